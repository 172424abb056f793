// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/reading.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sesame::trigger {
namespace {

// Number of tokens from `at` that add nothing to an order.
std::size_t lightAt(const Tokens& tokens, std::size_t at) {
    static constexpr std::array<std::u32string_view, 7> kWords = {U"the", U"a",  U"an", U"please",
                                                                  U"的",  U"请", U"吧"};
    if (std::ranges::find(kWords, tokens[at].text) != kWords.end())
        return 1;
    if (tokens[at].text != U"一" || at + 1 == tokens.size())
        return 0;
    const std::u32string& next = tokens[at + 1].text;
    if (next == U"下")
        return 2;
    return next == U"点" || next == U"些" || next == U"个" ? 1 : 0;
}

}  // namespace

std::size_t Reading::firstLetter(std::size_t token) const {
    return static_cast<std::size_t>(std::ranges::lower_bound(tokenOf, token) - tokenOf.begin());
}

Reading takeApart(const Tokens& tokens, bool light) {
    Reading out;
    char32_t gap = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Token& token = tokens[i];
        if (token.kind == Token::Kind::Mark) {
            gap = token.text.front();
            continue;
        }
        if (const std::size_t skipped = light ? lightAt(tokens, i) : 0; skipped > 0) {
            out.polite = out.polite || token.text == U"please" || token.text == U"请";
            i += skipped - 1;
            continue;
        }
        if (gap == 0 && token.spaceBefore && token.kind == Token::Kind::Cjk)
            gap = ' ';
        for (std::size_t letter = 0; letter < token.text.size(); ++letter) {
            if (token.text[letter] == '\'')
                continue;
            out.letters += token.text[letter];
            out.tokenOf.push_back(out.tokens.size());
            out.wordStart.push_back(letter == 0);
        }
        out.tokens.push_back(token);
        out.gapBefore.push_back(std::exchange(gap, 0));
    }
    out.wordStart.push_back(true);
    return out;
}

}  // namespace sesame::trigger
