// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/wish_text.h"

#include "trigger/letters.h"
#include "trigger/unicode_tables.h"
#include "trigger/utf8.h"

#include "sesame/trigger/phrase.h"

#include <algorithm>

namespace sesame::trigger {
namespace {

// The plain form of one letter, which normalise() can tell for all but those that join with a neighbour.
void foldInto(char32_t point, std::string_view bytes, std::u32string& out) {
    if (point < 0x10000 && tables::fold[point] != tables::kComplex) {
        if (tables::fold[point] != tables::kDropped)
            out.push_back(tables::fold[point]);
        return;
    }
    if (const auto plain = decodeUtf8(normalise(bytes)); plain && !plain->empty())
        out += *plain;
}

bool partsClauses(char32_t mark) {
    return std::u32string_view(U",.!?;:，。！？；：、…~～—–\n").find(mark) != std::u32string_view::npos;
}

// What a mark becomes; empty if it parts nothing here.
std::string parting(const Tokens& tokens, std::size_t at) {
    const char32_t mark = tokens[at].text.front();
    if (!partsClauses(mark))
        return {};
    const bool glued = at + 1 < tokens.size() && !tokens[at + 1].spaceBefore && at > 0 &&
                       !tokens[at].spaceBefore && tokens[at + 1].kind == Token::Kind::Word &&
                       (mark == '.' || mark == ':');
    if (glued)
        return {};  // recipes.docx
    if (mark == '?')
        return "?";
    return std::u32string_view(U".!。…").find(mark) != std::u32string_view::npos ? "." : ",";
}

WishUnit::Kind kindOf(Token::Kind kind) {
    if (kind == Token::Kind::Cjk)
        return WishUnit::Kind::Han;
    return kind == Token::Kind::Word ? WishUnit::Kind::Word : WishUnit::Kind::Number;
}

}  // namespace

std::optional<WishText> readWish(std::string_view message) {
    if (message.size() > kLongestWish * 4)
        return std::nullopt;
    std::u32string letters;
    std::vector<WishText::Place> from;  // one for each letter
    std::string_view rest = message;
    while (!rest.empty()) {
        const auto begin = static_cast<std::uint32_t>(message.size() - rest.size());
        const auto point = takeCodePoint(rest);
        if (!point)
            return std::nullopt;
        const auto end = static_cast<std::uint32_t>(message.size() - rest.size());
        foldInto(*point, message.substr(begin, end - begin), letters);
        from.resize(letters.size(), {begin, end});
    }
    if (letters.size() > kLongestWish)
        return std::nullopt;
    WishText out;
    out.tokens = tokenise(letters);
    std::size_t letter = 0;
    for (const Token& token : out.tokens) {
        while (letters[letter] == ' ')
            ++letter;
        const std::size_t last = letter + token.text.size() - 1;
        out.places.push_back({from[letter].begin, from[last].end});
        letter = last + 1;
    }
    if (out.tokens.empty())
        return std::nullopt;
    return out;
}

std::vector<WishUnit> unitsOf(const WishText& text) {
    std::vector<WishUnit> out;
    unsigned clause = 0;
    for (std::size_t i = 0; i < text.tokens.size(); ++i) {
        const Token& token = text.tokens[i];
        if (token.kind == Token::Kind::Mark) {
            const std::string mark = parting(text.tokens, i);
            if (mark.empty() || out.empty())
                continue;
            if (out.back().kind == WishUnit::Kind::Mark) {
                if (mark == "?")
                    out.back().text = mark;
                continue;
            }
            out.push_back({WishUnit::Kind::Mark, mark, i, i, clause++});
            continue;
        }
        const bool han = token.kind == Token::Kind::Cjk;
        if (han && token.spaceBefore && !out.empty() && out.back().kind == WishUnit::Kind::Han)
            out.push_back({WishUnit::Kind::Mark, ",", i - 1, i - 1, clause++});  // a space for a comma
        std::u32string plain = token.text;
        std::erase(plain, U'\'');
        out.push_back({kindOf(token.kind), encodeUtf8(plain), i, i, clause});
    }
    if (!out.empty() && out.back().kind == WishUnit::Kind::Mark && out.back().text != "?")
        out.pop_back();
    return out;
}

}  // namespace sesame::trigger
