// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/phrase_content.h"

#include "trigger/letters.h"
#include "trigger/lexicon.h"

#include <algorithm>
#include <array>
#include <map>

namespace sesame::trigger {
namespace {

Tokens withoutMarks(const Tokens& tokens) {
    Tokens out;
    std::ranges::copy_if(tokens, std::back_inserter(out),
                         [](const Token& token) { return token.kind != Token::Kind::Mark; });
    return out;
}

// Words that may stand in everyday talk; the longest wins, and a word for a deed wins over the same word.
std::size_t everydayAt(std::span<const Token> rest) {
    const Lexicon& words = lexicon();
    std::size_t longest = 0;
    for (const WordList* list :
         {&words.everyday, &words.willing, &words.filler, &words.refusing, &words.asking, &words.waiting})
        longest = std::max(longest, list->longestAt(rest));
    return longest > words.deeds.longestAt(rest) ? longest : 0;
}

std::u32string lettersOf(const Tokens& tokens) {
    std::u32string out;
    for (const Token& token : tokens)
        out += token.text;
    return out;
}

// The whole is one piece of at most `longest` letters, again and again.
bool isPeriodic(std::u32string_view text, std::size_t longest) {
    for (std::size_t period = 1; period <= longest && period * 2 <= text.size(); ++period) {
        bool same = true;
        for (std::size_t i = period; i < text.size() && same; ++i)
            same = text[i] == text[i - period];
        if (same)
            return true;
    }
    return false;
}

}  // namespace

bool isEveryday(const Tokens& all) {
    const Tokens tokens = withoutMarks(all);
    for (std::size_t i = 0; i < tokens.size();) {
        const std::size_t length = everydayAt(std::span(tokens).subspan(i));
        if (length == 0 && tokens[i].kind != Token::Kind::Number)
            return false;
        i += std::max<std::size_t>(length, 1);
    }
    return true;
}

bool isRepetition(const Tokens& all) {
    const Tokens tokens = withoutMarks(all);
    const std::u32string text = lettersOf(tokens);
    if (isPeriodic(text, text.size() / 2))
        return true;
    std::map<char32_t, std::size_t> counts;
    for (const char32_t letter : text)
        ++counts[letter];
    return counts.size() <= 2;
}

bool isRefusalOrStop(const Tokens& all) {
    const Tokens tokens = withoutMarks(all);
    const Lexicon& words = lexicon();
    for (std::size_t i = 0; i < tokens.size();) {
        const auto rest = std::span(tokens).subspan(i);
        const std::size_t stop = words.stops.longestAt(rest);
        const std::size_t other = std::max(
            {words.willing.longestAt(rest), words.filler.longestAt(rest), words.deeds.longestAt(rest)});
        if (stop > 0 && stop >= other)
            return true;
        const bool leading = words.willing.longestAt(rest) + words.filler.longestAt(rest) > 0;
        if (!leading)
            return false;
        i += std::max<std::size_t>(other, 1);
    }
    return false;
}

bool speaksOfMoneyOrSecrets(const Tokens& all) {
    const Tokens tokens = withoutMarks(all);
    const Lexicon& words = lexicon();
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const auto rest = std::span(tokens).subspan(i);
        const std::size_t length = words.money.longestAt(rest);
        if (length > 0 && length >= words.deeds.longestAt(rest))
            return true;
    }
    return false;
}

bool isLinkOrAddress(std::string_view phrase) {
    static constexpr std::array<std::string_view, 5> kSigns = {"://", "www.", "mailto:", "sesame:", "tel:"};
    if (std::ranges::any_of(kSigns, [&](std::string_view sign) { return phrase.find(sign) != phrase.npos; }))
        return true;
    const auto isName = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    };
    for (std::size_t i = 1; i + 1 < phrase.size(); ++i) {
        if (phrase[i] == '@' && isName(phrase[i - 1]) && isName(phrase[i + 1]))
            return true;
        if (phrase[i] != '.' || !isName(phrase[i - 1]))
            continue;
        std::size_t end = i + 1;
        while (end < phrase.size() && phrase[end] >= 'a' && phrase[end] <= 'z')
            ++end;
        static constexpr std::array<std::string_view, 22> kDomains = {
            "com", "org", "net", "cn", "io", "me", "edu", "gov", "info", "top",  "xyz",
            "app", "dev", "cc",  "co", "uk", "de", "tv",  "ru",  "site", "shop", "link"};
        const auto ending = phrase.substr(i + 1, end - i - 1);
        const bool over = end == phrase.size() || !isName(phrase[end]);
        if (over && std::ranges::find(kDomains, ending) != kDomains.end())
            return true;
    }
    return false;
}

}  // namespace sesame::trigger
