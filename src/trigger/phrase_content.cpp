// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/phrase_content.h"

#include "trigger/letters.h"
#include "trigger/lexicon.h"

#include <algorithm>
#include <map>

namespace sesame::trigger {
namespace {

std::u32string lettersOf(const Tokens& tokens) {
    std::u32string out;
    for (const Token& token : tokens)
        out += token.text;
    return out;
}

// "Close this and stop".
bool joinsDeeds(const Token& token) {
    static constexpr std::u32string_view kJoints[] = {U"并", U"和", U"再", U"and", U"then"};
    return std::ranges::find(kJoints, token.text) != std::end(kJoints);
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
        const std::size_t leading = std::max(words.willing.longestAt(rest), words.filler.longestAt(rest));
        const std::size_t other = std::max({leading, words.deeds.longestAt(rest),
                                            words.things.longestAt(rest), words.everyday.longestAt(rest)});
        if (stop > 0 && stop >= other)
            return true;
        const std::size_t deed = words.deeds.longestAt(rest);
        const bool joined = deed > 0 && deed < rest.size() && joinsDeeds(rest[deed]);
        if (leading == 0 && !joined)
            return false;
        i += joined ? deed + 1 : other;
    }
    return false;
}

bool speaksOfMoneyOrSecrets(const Tokens& all) {
    const Tokens tokens = withoutMarks(all);
    const Lexicon& words = lexicon();
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const auto rest = std::span(tokens).subspan(i);
        const std::size_t length = words.money.longestAt(rest);
        const std::size_t harmless = words.things.longestAt(rest);
        if (length > 0 && length >= harmless)
            return true;
        i += std::max<std::size_t>(harmless, 1) - 1;
    }
    return false;
}

}  // namespace sesame::trigger
