// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/trigger/stop_word.h"

#include "trigger/letters.h"
#include "trigger/lexicon.h"
#include "trigger/one_slip.h"
#include "trigger/utf8.h"

#include "sesame/trigger/phrase.h"

#include <algorithm>
#include <array>

namespace sesame::trigger {
namespace {

constexpr std::size_t kLongestCall = 120;  // letters
constexpr std::size_t kLongestSlip = 4;    // tokens of a message in which a slip is forgiven

bool isMisspelt(const Token& token) {
    static constexpr std::array<std::u32string_view, 6> kWords = {U"stop",   U"halt",   U"quit",
                                                                  U"cancel", U"enough", U"abort"};
    return token.kind == Token::Kind::Word && !lexicon().english.contains(token.text) &&
           std::ranges::any_of(kWords, [&](auto word) { return isOneSlip(word, token.text); });
}

// The same sounds as a word of two letters and more: "挺止".
std::size_t soundsHalting(std::span<const Token> tokens) {
    static constexpr std::array<std::u32string_view, 6> kWords = {U"停止", U"停下", U"停手",
                                                                  U"住手", U"终止", U"别动"};
    for (const auto word : kWords) {
        if (tokens.size() < word.size())
            continue;
        const auto here = tokens.first(word.size());
        const bool same = std::ranges::equal(here, word, [](const Token& token, char32_t letter) {
            return token.text.size() == 1 && (token.text[0] == letter || soundAlike(token.text[0], letter));
        });
        if (same)
            return word.size();
    }
    return 0;
}

// How many tokens from here on say stop.
std::size_t haltingAt(std::span<const Token> rest, bool forgiving) {
    const std::size_t said = lexicon().halting.longestAt(rest);
    if (!forgiving)
        return said;
    return std::max({said, soundsHalting(rest), std::size_t(isMisspelt(rest[0]) ? 1 : 0)});
}

std::size_t besideAt(std::span<const Token> rest) {
    const Lexicon& words = lexicon();
    return std::max(
        {words.filler.longestAt(rest), words.willing.longestAt(rest), words.haltingBeside.longestAt(rest)});
}

}  // namespace

bool isStopWord(std::string_view typed) {
    const auto text = decodeUtf8(normalise(typed));
    if (!text || text->empty() || text->size() > kLongestCall)
        return false;
    const Tokens all = tokenise(*text);
    const std::size_t first = haltingAt(all, false);
    if (first > 0 && first < all.size() && all[first].kind == Token::Kind::Mark && all[first].text != U"?")
        return true;  // "Stop! What are you doing?"
    const Tokens tokens = withoutMarks(all);
    const bool forgiving = tokens.size() <= kLongestSlip;
    bool halts = false;
    for (std::size_t i = 0; i < tokens.size();) {
        const auto rest = std::span(tokens).subspan(i);
        const std::size_t halting = haltingAt(rest, forgiving);
        const std::size_t beside = besideAt(rest);
        if (halting == 0 && beside == 0)
            return false;  // "don't stop", "bus stop"
        halts = halts || (halting > 0 && halting >= beside);
        i += std::max(halting, beside);
    }
    return halts;
}

}  // namespace sesame::trigger
