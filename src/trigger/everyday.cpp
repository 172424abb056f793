// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/lexicon.h"
#include "trigger/phrase_content.h"

#include <algorithm>

namespace sesame::trigger {
namespace {

// How much of a phrase is everyday talk, and what else is in it.
struct Share {
    std::size_t everyday = 0;  // letters, or words of scripts with spaces
    std::size_t familiar = 0;  // of daily life, yet fit for a key if nobody talks
    std::size_t other = 0;
    std::size_t talk = 0;
    std::size_t deeds = 0;
    bool slightDeed = false;  // one letter, that may be another verb as well
    bool thing = false;       // that a computer has
    bool thingInside = false;
    bool request = false;  // please, for me
    bool order = false;    // a deed comes before any small talk
    bool object = false;   // and then something to do it to, be it an everyday word

    std::size_t total() const { return everyday + familiar + other; }
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

// The word as the lists have it: without the endings of English.
bool isListed(const WordList& list, std::u32string_view word) {
    static constexpr std::u32string_view kEndings[] = {U"'s", U"s", U"es", U"ed", U"d", U"ing", U"ly"};
    return std::ranges::any_of(kEndings, [&](std::u32string_view ending) {
        if (word.size() < ending.size() + 3 || !word.ends_with(ending))
            return false;
        std::u32string stem(word.substr(0, word.size() - ending.size()));
        if (list.contains(stem) || list.contains(stem + U"e"))
            return true;
        const bool doubled = stem.size() > 3 && stem.back() == stem[stem.size() - 2];
        stem.pop_back();
        return (doubled && list.contains(stem)) || (ending == U"es" && list.contains(stem + U"y"));
    });
}

std::size_t everydayAt(std::span<const Token> rest) {
    const std::size_t longest = std::max(smallTalkAt(rest), lexicon().everyday.longestAt(rest));
    if (longest == 0 && rest[0].kind == Token::Kind::Word && isListed(lexicon().everyday, rest[0].text))
        return 1;
    return longest;
}

std::size_t familiarAt(std::span<const Token> rest) {
    const std::size_t longest = lexicon().familiar.longestAt(rest);
    return longest == 0 && rest[0].kind == Token::Kind::Word && isListed(lexicon().familiar, rest[0].text)
               ? 1
               : longest;
}

bool isRequest(std::span<const Token> rest) {
    static constexpr std::u32string_view kTwo[] = {U"帮我", U"给我", U"替我", U"为我", U"让我", U"让你"};
    const std::u32string two = joined(rest.first(std::min<std::size_t>(2, rest.size())));
    static constexpr std::u32string_view kOne[] = {U"请", U"please", U"let", U"help"};
    return std::ranges::find(kOne, rest[0].text) != std::end(kOne) ||
           std::ranges::find(kTwo, two) != std::end(kTwo);
}

// Adds what stands at the front of `rest`; returns how many tokens that is.
std::size_t addFirst(std::span<const Token> rest, Share& share) {
    const Lexicon& words = lexicon();
    const std::size_t everyday = everydayAt(rest);
    const std::size_t deed = words.deeds.longestAt(rest);
    const std::size_t thing = words.things.longestAt(rest);
    const std::size_t familiar = familiarAt(rest);
    const std::size_t length = std::max({everyday, deed, thing, familiar, std::size_t{1}});
    if (thing > 0 && thing == length) {
        share.other += length;
        share.thing = true;
    } else if (deed > 0 && deed == length) {
        const bool full = deed > 1 || rest[0].kind == Token::Kind::Word;
        share.deeds += !full ? 0 : deed >= 4 ? 2 : 1;  // "开始控制" is two
        share.slightDeed = share.slightDeed || !full;
        share.order = share.order || (share.talk == 0 && full);
    } else if (familiar > everyday) {
        share.familiar += length;
    } else if (everyday > 0 || rest[0].kind == Token::Kind::Number) {
        share.everyday += length;
        share.object = share.object || (share.order && smallTalkAt(rest) < length);
    } else {
        share.other += length;
    }
    const bool spoken = length == std::max(everyday, familiar);
    for (std::size_t at = 0; at < length && (spoken || length == deed); ++at) {
        share.talk += spoken && words.talk.longestAt(rest.subspan(at)) > 0 ? 1 : 0;
        share.thingInside = share.thingInside || words.things.longestAt(rest.subspan(at, length - at)) > 0;
    }
    share.request = share.request || isRequest(rest);
    return length;
}

Share shareOf(const Tokens& tokens) {
    Share out;
    for (std::size_t i = 0; i < tokens.size();)
        i += addFirst(std::span(tokens).subspan(i), out);
    return out;
}

// "了" at the end, as of news.
bool endsInTalk(const Tokens& tokens) {
    static constexpr std::u32string_view kEnds = U"了啦呢吗呀啊哦哟咯";
    return !tokens.empty() && tokens.back().text.size() == 1 &&
           kEnds.find(tokens.back().text[0]) != kEnds.npos;
}

// Something to be done, though every word of it is an everyday one.
bool isWish(const Share& share) {
    return share.deeds > 1 || (share.deeds == 1 && (share.thing || share.thingInside || share.request));
}

}  // namespace

bool isEveryday(const Tokens& all) {
    const Tokens tokens = withoutMarks(all);
    const Share share = shareOf(tokens);
    const std::size_t opening = tokens.empty() ? 0 : lexicon().openings.longestAt(tokens);
    const bool ends = endsInTalk(tokens);
    const std::size_t signs = share.talk + (opening > 0 ? 1 : 0) + (ends ? 1 : 0);
    const bool slight = share.other == 0 && share.familiar * 3 <= share.total();
    const bool familiar = signs > 1 || (signs == 1 && slight);
    const std::size_t other = share.other + (familiar ? 0 : share.familiar);
    if (other == 0)
        return !share.object && !isWish(share);
    const bool report = opening > 0 && ends && !share.request;
    const bool deed = share.deeds > 0 || (share.slightDeed && opening == 0 && !ends);
    if (share.talk == 0 || (!report && (deed || (share.request && share.thing))))
        return false;
    if (signs < 2 || (share.thing && !ends))
        return other * 4 <= share.total();
    return signs < 3 ? other * 3 < share.total() : other * 2 <= share.total();
}

}  // namespace sesame::trigger
