// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/wish_quotes.h"

#include "trigger/wish_words.h"

#include <algorithm>
#include <array>

namespace sesame::trigger {
namespace {

struct Quoted {
    std::size_t first, last;  // tokens between the marks, last included
};

constexpr std::u32string_view kOpening = U"\"“”„«»「『《〈'‘〝";
constexpr std::u32string_view kClosings = U"\"”““»«」』》〉'’〞";

bool isMark(const Token& token) {
    return token.kind == Token::Kind::Mark;
}

// The next pair of marks that belong together, from a token on.
bool findQuoted(const Tokens& tokens, std::size_t from, Quoted& out) {
    for (std::size_t open = from; open < tokens.size(); ++open) {
        if (!isMark(tokens[open]))
            continue;
        const std::size_t kind = kOpening.find(tokens[open].text.front());
        if (kind == std::u32string_view::npos)
            continue;
        for (std::size_t close = open + 2; close < tokens.size(); ++close)
            if (isMark(tokens[close]) && tokens[close].text.front() == kClosings[kind]) {
                out = {open + 1, close - 1};
                return true;
            }
    }
    return false;
}

// Words for something to be done, which the name of a thing lacks.
bool saysDo(std::span<const WishUnit> units) {
    static constexpr std::array<std::string_view, 12> kDeeds = {"open",  "show",    "play",   "launch",
                                                                "share", "control", "remote", "connect",
                                                                "call",  "halt",    "let",    "help"};
    return std::ranges::any_of(piecesOf(units), [](const WishPiece& piece) {
        return std::ranges::find(kDeeds, wishWords().name(piece.kind)) != kDeeds.end();
    });
}

}  // namespace

std::vector<WishUnit> withQuotesJoined(const WishText& text, std::vector<WishUnit> units) {
    Quoted quoted{};
    for (std::size_t from = 0; findQuoted(text.tokens, from, quoted); from = quoted.last + 2) {
        const auto first =
            std::ranges::find_if(units, [&](const WishUnit& unit) { return unit.token >= quoted.first; });
        const auto end =
            std::find_if(first, units.end(), [&](const WishUnit& unit) { return unit.token > quoted.last; });
        if (first == end || !saysDo({first, end}))
            continue;
        first->kind = WishUnit::Kind::Word;
        first->text = "\"\"";
        first->lastToken = quoted.last;
        units.erase(first + 1, end);
    }
    return units;
}

}  // namespace sesame::trigger
