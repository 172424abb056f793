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

// How much of a phrase is everyday talk, and what else is in it.
struct Share {
    std::size_t everyday = 0;  // letters, or words of scripts with spaces
    std::size_t other = 0;
    bool deed = false;
    bool thing = false;    // that a computer has
    bool request = false;  // please, for me
    bool talk = false;
    bool order = false;   // a deed comes before any small talk
    bool object = false;  // and then something to do it to, be it an everyday word
};

// Words that name nothing one could do something to.
std::size_t smallTalkAt(std::span<const Token> rest) {
    const Lexicon& words = lexicon();
    std::size_t longest = 0;
    for (const WordList* list :
         {&words.willing, &words.filler, &words.refusing, &words.asking, &words.waiting, &words.talk})
        longest = std::max(longest, list->longestAt(rest));
    return longest;
}

std::size_t everydayAt(std::span<const Token> rest) {
    const std::size_t longest = std::max(smallTalkAt(rest), lexicon().everyday.longestAt(rest));
    const std::u32string& word = rest[0].text;
    if (longest > 0 || !word.ends_with(U"'s"))
        return longest;
    const Token owner{Token::Kind::Word, word.substr(0, word.size() - 2)};
    return lexicon().everyday.longestAt(std::span(&owner, 1));
}

bool isRequest(std::span<const Token> rest) {
    static constexpr std::u32string_view kTwo[] = {U"帮我", U"给我", U"替我", U"为我", U"让我"};
    const std::u32string two = joined(rest.first(std::min<std::size_t>(2, rest.size())));
    static constexpr std::u32string_view kOne[] = {U"请", U"please", U"let", U"help"};
    return std::ranges::find(kOne, rest[0].text) != std::end(kOne) ||
           std::ranges::find(kTwo, two) != std::end(kTwo);
}

Share shareOf(const Tokens& tokens) {
    const Lexicon& words = lexicon();
    Share out;
    for (std::size_t i = 0; i < tokens.size();) {
        const auto rest = std::span(tokens).subspan(i);
        const std::size_t everyday = everydayAt(rest);
        const std::size_t deed = words.deeds.longestAt(rest);
        const std::size_t thing = words.things.longestAt(rest);
        const std::size_t length = std::max({everyday, deed, thing, std::size_t{1}});
        if (thing > 0 && thing >= everyday && thing >= deed) {
            out.other += length;
            out.thing = true;
        } else if (deed > 0 && deed >= everyday) {
            out.deed = true;
            out.order = out.order || (!out.talk && (deed > 1 || rest[0].kind == Token::Kind::Word));
        } else if (everyday > 0 || rest[0].kind == Token::Kind::Number) {
            out.everyday += length;
            out.object = out.object || (out.order && smallTalkAt(rest) < length);
        } else {
            out.other += length;
        }
        for (std::size_t at = 0; at < length && length == everyday; ++at)
            out.talk = out.talk || words.talk.longestAt(rest.subspan(at)) > 0;
        out.request = out.request || isRequest(rest);
        i += length;
    }
    return out;
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
    const Share share = shareOf(withoutMarks(all));
    if (share.other == 0)
        return !share.object;
    const std::size_t most = (share.everyday + share.other) / 4;
    const bool order = share.deed || (share.request && share.thing);
    return share.talk && !order && share.other <= most;
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
        const std::size_t leading = std::max(words.willing.longestAt(rest), words.filler.longestAt(rest));
        const std::size_t other = std::max({leading, words.deeds.longestAt(rest),
                                            words.things.longestAt(rest), words.everyday.longestAt(rest)});
        if (stop > 0 && stop >= other)
            return true;
        if (leading == 0)
            return false;
        i += other;
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
