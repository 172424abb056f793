// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/trigger/answer_word.h"

#include "trigger/lexicon.h"
#include "trigger/utf8.h"

#include "sesame/trigger/phrase.h"

#include <algorithm>

namespace sesame::trigger {
namespace {

constexpr std::size_t kLongestAnswer = 40;  // letters

}  // namespace

std::optional<bool> answerWord(std::string_view typed) {
    const auto text = decodeUtf8(normalise(typed));
    if (!text || text->empty() || text->size() > kLongestAnswer || text->find(U'?') != std::u32string::npos)
        return std::nullopt;
    const Tokens tokens = withoutMarks(tokenise(*text));
    const Lexicon& words = lexicon();
    bool yes = false;
    bool no = false;
    for (std::size_t i = 0; i < tokens.size();) {
        const auto rest = std::span(tokens).subspan(i);
        const std::size_t agreeing = words.agreeing.longestAt(rest);
        const std::size_t declining = words.declining.longestAt(rest);
        const std::size_t taken = std::max(agreeing, declining);
        if (taken == 0)
            return std::nullopt;
        yes = yes || agreeing == taken;
        no = no || declining == taken;
        i += taken;
    }
    return yes == no ? std::nullopt : std::optional(yes);
}

}  // namespace sesame::trigger
