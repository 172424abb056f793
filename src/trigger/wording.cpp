// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/wording.h"

#include "trigger/lexicon.h"

#include <algorithm>
#include <array>

namespace sesame::trigger {
namespace {

bool endsNegated(const std::u32string& word) {
    return word.size() > 3 && word.ends_with(U"n't");
}

// "He had me …": somebody else wants it, so the words are a report.
bool isCausative(const Token& first, const Token& second) {
    return second.text == U"我" &&
           (first.text == U"让" || first.text == U"叫" || first.text == U"要" || first.text == U"使");
}

}  // namespace

bool isRefusingMark(char32_t point) {
    return std::u32string_view(U"?؟¿❓❔🚫❌⛔🙅👎🤔🛑✋🤷⁉✖❎🤨🤐😡🤬")
               .find(point) != std::u32string_view::npos;
}

Wording read(std::span<const Token> tokens) {
    const Lexicon& words = lexicon();
    Wording out;
    bool agreed = true;  // only agreement so far
    for (std::size_t i = 0; i < tokens.size();) {
        const auto rest = tokens.subspan(i);
        const std::size_t willing = words.willing.longestAt(rest);
        const std::size_t filler = words.filler.longestAt(rest);
        const std::size_t known = std::max(willing, filler);
        for (const WordList* list : {&words.refusing, &words.asking, &words.telling, &words.waiting})
            if (const std::size_t length = list->longestAt(rest); length > 0 && length >= known)
                out.against = true;
        if (known == 0 && endsNegated(rest[0].text))
            out.against = true;
        if (rest.size() > 1 && i > 0 && !agreed && known < 3 && isCausative(rest[0], rest[1]))
            out.against = true;
        if (willing > 0 && willing >= filler)
            out.willing = true;
        out.strangers += known == 0 ? 1 : 0;
        agreed = agreed && willing > 0;
        i += std::max<std::size_t>(known, 1);
    }
    return out;
}

}  // namespace sesame::trigger
