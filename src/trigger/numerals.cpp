// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/numerals.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace sesame::trigger {
namespace {

constexpr std::u32string_view kHanDigits = U"零一二三四五六七八九";
constexpr std::u32string_view kHanNumerals = U"零〇一二两三四五六七八九十百千";
constexpr std::u32string_view kWords[] = {U"zero",  U"one",   U"two",  U"three", U"four",   U"five",  U"six",
                                          U"seven", U"eight", U"nine", U"ten",   U"eleven", U"twelve"};
constexpr std::u32string_view kOrdinals[] = {U"first", U"second", U"third", U"fourth", U"fifth"};
constexpr std::u32string_view kOrdinalDigits[] = {U"1st", U"2nd", U"3rd", U"4th", U"5th"};

std::u32string digitsOf(std::size_t number) {
    const std::string digits = std::to_string(number);
    return {digits.begin(), digits.end()};
}

bool isHanNumber(const Token& token) {
    return token.kind == Token::Kind::Cjk && kHanNumerals.find(token.text.front()) != kHanNumerals.npos;
}

std::size_t digitOf(char32_t letter) {
    if (letter == U'〇')
        return 0;
    return letter == U'两' ? 2 : kHanDigits.find(letter);
}

// 一下, 一点 and their like count nothing.
bool countsNothing(const Tokens& tokens, std::size_t at, std::size_t end) {
    static constexpr std::u32string_view kAfter = U"下点些个起样定切直会";
    const bool ordinal = at > 0 && tokens[at - 1].text == U"第";
    return !ordinal && end == at + 1 && tokens[at].text == U"一" && end < tokens.size() &&
           kAfter.find(tokens[end].text.front()) != kAfter.npos;
}

// 三十二 by value; 二〇二六, without tens, digit by digit.
std::u32string hanNumber(const Tokens& tokens, std::size_t at, std::size_t end) {
    std::u32string plain;
    std::size_t total = 0;
    std::size_t digit = 0;
    bool counted = false;
    for (; at < end; ++at) {
        const char32_t letter = tokens[at].text.front();
        const std::size_t unit = letter == U'十' ? 10 : letter == U'百' ? 100 : letter == U'千' ? 1000 : 0;
        if (unit == 0) {
            digit = digitOf(letter);
            plain += digitsOf(digit);
            continue;
        }
        total += (digit == 0 ? 1 : digit) * unit;
        digit = 0;
        counted = true;
    }
    return counted ? digitsOf(total + digit) : plain;
}

std::u32string spelledOut(const std::u32string& word) {
    const auto number = std::ranges::find(kWords, word);
    if (number != std::end(kWords))
        return digitsOf(static_cast<std::size_t>(number - std::begin(kWords)));
    const auto ordinal = std::ranges::find(kOrdinals, word);
    return ordinal == std::end(kOrdinals) ? word
                                          : std::u32string(kOrdinalDigits[ordinal - std::begin(kOrdinals)]);
}

}  // namespace

Tokens withDigits(const Tokens& tokens) {
    Tokens out;
    for (std::size_t i = 0; i < tokens.size();) {
        std::size_t end = i;
        while (end < tokens.size() && isHanNumber(tokens[end]))
            ++end;
        if (end > i && !countsNothing(tokens, i, end)) {
            out.push_back({Token::Kind::Number, hanNumber(tokens, i, end), tokens[i].spaceBefore});
            i = end;
            continue;
        }
        Token token = tokens[i++];
        token.text = spelledOut(token.text);
        if (token.text != tokens[i - 1].text)
            token.kind = Token::Kind::Number;
        out.push_back(std::move(token));
    }
    return out;
}

}  // namespace sesame::trigger
