// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/one_slip.h"

#include <algorithm>

namespace sesame::trigger {

bool isOneSlip(std::u32string_view word, std::u32string_view typed) {
    if (word.size() < typed.size())
        return typed.size() - word.size() == 1 && isOneSlip(typed, word);
    if (word.size() - typed.size() > 1)
        return false;
    const auto [a, b] = std::ranges::mismatch(word, typed);
    const auto left = static_cast<std::size_t>(a - word.begin());
    const std::u32string_view restOfWord = word.substr(left);
    const std::u32string_view restOfTyped = typed.substr(left);
    if (word.size() > typed.size())
        return restOfWord.substr(1) == restOfTyped;
    if (restOfWord.size() < 2)
        return true;
    return restOfWord.substr(1) == restOfTyped.substr(1) ||
           (restOfWord[0] == restOfTyped[1] && restOfWord[1] == restOfTyped[0] &&
            restOfWord.substr(2) == restOfTyped.substr(2));
}

}  // namespace sesame::trigger
