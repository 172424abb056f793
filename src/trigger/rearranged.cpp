// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/rearranged.h"

#include "trigger/letters.h"
#include "trigger/lexicon.h"

#include <algorithm>

namespace sesame::trigger {
namespace {

using Stretch = std::span<const Token>;

bool negates(const Token& token) {
    static constexpr std::u32string_view kLetters = U"不别勿莫没无未非禁";
    static constexpr std::u32string_view kWords[] = {U"not", U"no", U"never", U"dont", U"without"};
    return kLetters.find(token.text.front()) != kLetters.npos || token.text.ends_with(U"n't") ||
           std::ranges::find(kWords, token.text) != std::end(kWords);
}

bool counts(const Token& token) {
    return isDigit(token.text.front()) || isHanNumeral(token.text.front());
}

std::size_t letterCount(Stretch part) {
    std::size_t count = 0;
    for (const Token& token : part)
        count += token.text.size();
    return count;
}

// Neither part is a lone letter, and which of them comes first does not matter.
bool mayChangePlaces(Stretch left, Stretch right) {
    if (letterCount(left) < 2 || letterCount(right) < 2)
        return false;
    if (std::ranges::any_of(left, negates) || std::ranges::any_of(right, negates))
        return false;
    if (std::ranges::any_of(left, counts) && std::ranges::any_of(right, counts))
        return false;
    return std::ranges::none_of(left, [&](const Token& a) {
        return std::ranges::any_of(
            right, [&](const Token& b) { return lexicon().opposites.inOneGroup(a.text, b.text); });
    });
}

bool sameText(const Token& a, const Token& b) {
    return a.text == b.text;
}

bool isRearranged(Stretch phrase, Stretch typed) {
    while (!phrase.empty() && sameText(phrase.front(), typed.front()))
        phrase = phrase.subspan(1), typed = typed.subspan(1);
    while (!phrase.empty() && sameText(phrase.back(), typed.back()))
        phrase = phrase.first(phrase.size() - 1), typed = typed.first(typed.size() - 1);
    for (std::size_t cut = 1; cut < phrase.size(); ++cut) {
        const Stretch left = phrase.first(cut);
        const Stretch right = phrase.subspan(cut);
        if (std::ranges::equal(right, typed.first(right.size()), sameText) &&
            std::ranges::equal(left, typed.subspan(right.size()), sameText) && mayChangePlaces(left, right))
            return true;
    }
    return false;
}

}  // namespace

std::optional<Place> rearrangedPlace(const Reading& phrase, const Reading& typed) {
    const std::size_t length = phrase.tokens.size();
    for (std::size_t first = 0; first + length <= typed.tokens.size(); ++first)
        if (isRearranged(phrase.tokens, std::span(typed.tokens).subspan(first, length)))
            return Place{first, first + length};
    return std::nullopt;
}

}  // namespace sesame::trigger
