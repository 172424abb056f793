// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/tokens.h"

#include "trigger/letters.h"

#include <algorithm>
#include <iterator>

namespace sesame::trigger {
namespace {

bool isApostrophe(char32_t point) {
    return point == '\'' || point == U'’' || point == U'‘' || point == U'ʼ' || point == '`' || point == U'´';
}

Token::Kind kindOf(char32_t point) {
    if (isCjk(point))
        return Token::Kind::Cjk;
    if (isDigit(point))
        return Token::Kind::Number;
    return isLetter(point) ? Token::Kind::Word : Token::Kind::Mark;
}

// The end of the word or number that begins at `begin`.
std::size_t endOf(std::u32string_view text, std::size_t begin, Token::Kind kind) {
    const auto inside = [&](std::size_t at) {
        return at < text.size() && !isCjk(text[at]) && (isLetter(text[at]) || isDigit(text[at]));
    };
    std::size_t end = begin + 1;
    while (end < text.size()) {
        const bool link =
            kind == Token::Kind::Word ? isApostrophe(text[end]) : (text[end] == '.' || text[end] == ':');
        if (!inside(end) && !(link && inside(end + 1)))
            break;
        ++end;
    }
    return end;
}

}  // namespace

Tokens tokenise(std::u32string_view text) {
    Tokens tokens;
    bool space = false;
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] == ' ') {
            space = true;
            ++i;
            continue;
        }
        const Token::Kind kind = kindOf(text[i]);
        const bool run = kind == Token::Kind::Word || kind == Token::Kind::Number;
        const std::size_t end = run ? endOf(text, i, kind) : i + 1;
        Token token{kind, std::u32string(text.substr(i, end - i)), space};
        for (char32_t& point : token.text)
            if (run && isApostrophe(point))
                point = '\'';
        tokens.push_back(std::move(token));
        space = false;
        i = end;
    }
    return tokens;
}

Tokens withoutMarks(const Tokens& tokens) {
    Tokens out;
    std::ranges::copy_if(tokens, std::back_inserter(out),
                         [](const Token& token) { return token.kind != Token::Kind::Mark; });
    return out;
}

}  // namespace sesame::trigger
