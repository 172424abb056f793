// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/comparison.h"

#include "trigger/alignment.h"
#include "trigger/letters.h"
#include "trigger/lexicon.h"
#include "trigger/numerals.h"
#include "trigger/pinyin.h"
#include "trigger/reading.h"
#include "trigger/rearranged.h"
#include "trigger/slip.h"
#include "trigger/wording.h"

#include <unicode/uscript.h>

#include <algorithm>

namespace sesame::trigger {
namespace {

constexpr std::size_t kFewestLetters = 4;

bool mixesFreely(char32_t letter) {
    if (letter < 0x250 || isCjk(letter))
        return true;
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(static_cast<UChar32>(letter), &status);
    const bool phonetic = letter < 0x2B0 || (letter >= 0x1D00 && letter < 0x1DC0);
    return !phonetic && (script == USCRIPT_COMMON || script == USCRIPT_INHERITED || script == USCRIPT_LATIN ||
                         script == USCRIPT_HAN || script == USCRIPT_KATAKANA_OR_HIRAGANA);
}

// A letter of a script that the phrase does not use may stand there to look like another.
bool hasForeignLetters(std::u32string_view phrase, std::u32string_view typed) {
    UErrorCode status = U_ZERO_ERROR;
    const auto scriptOf = [&](char32_t letter) {
        return uscript_getScript(static_cast<UChar32>(letter), &status);
    };
    const auto odd = [&](char32_t letter) { return isLetter(letter) && !mixesFreely(letter); };
    const auto first = std::ranges::find_if(phrase, odd);
    if (first == phrase.end())
        return std::ranges::any_of(typed, odd);
    const UScriptCode script = scriptOf(*first);
    const bool latinToo = std::ranges::any_of(phrase, [](char32_t c) { return c >= 'a' && c <= 'z'; });
    return std::ranges::any_of(typed, [&](char32_t letter) {
        const bool latin = letter >= 'a' && letter <= 'z';
        return (latin && !latinToo) || (odd(letter) && scriptOf(letter) != script);
    });
}

bool asksOrRefusesByMarks(std::u32string_view phrase, std::u32string_view typed) {
    return std::ranges::any_of(typed, [&](char32_t mark) {
        return isRefusingMark(mark) && std::ranges::count(typed, mark) > std::ranges::count(phrase, mark);
    });
}

// The phrase, or most of it, stands in quotation marks inside a longer text, or is quoted as mail is.
bool isQuoted(std::u32string_view phrase, std::u32string_view typed) {
    if (typed.starts_with(U">") || typed.starts_with(U"|"))
        return true;
    std::size_t open = typed.npos;
    for (std::size_t i = 0; i < typed.size(); ++i) {
        const bool single =
            (typed[i] == '\'' || typed[i] == U'‘' || typed[i] == U'’') &&
            (i == 0 || i + 1 == typed.size() || !isLetter(typed[i - 1]) || !isLetter(typed[i + 1]));
        if (!isQuote(typed[i]) && !single && typed[i] != U'《' && typed[i] != U'》' && typed[i] != U'`')
            continue;
        if (open != typed.npos && (i - open - 1) * 10 >= phrase.size() * 6)
            return true;
        open = i;
    }
    return false;
}

std::vector<std::u32string> numbers(const Tokens& tokens) {
    std::vector<std::u32string> out;
    for (const Token& token : tokens)
        if (std::ranges::any_of(token.text, isDigit))
            out.push_back(token.text);
    return out;
}

std::size_t countOf(const Tokens& tokens, const std::u32string& word) {
    // Words of Latin letters count whole, others wherever they stand.
    if (!isCjk(word.front()))
        return static_cast<std::size_t>(std::ranges::count_if(tokens, [&](const Token& token) {
            return token.text == word || (token.text.ends_with(U"'s") && token.text == word + U"'s");
        }));
    const std::u32string text = joined(tokens);
    std::size_t count = 0;
    for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1))
        ++count;
    return count;
}

// One word of a pair of opposites gave way to the other.
bool turnsRound(const Tokens& phrase, const Tokens& typed) {
    for (const auto& group : lexicon().opposites.groups())
        for (const std::u32string& was : group) {
            const bool oneHan = was.size() == 1 && isCjk(was.front());
            const std::size_t before = oneHan ? 0 : countOf(phrase, was);
            if (before == 0 || countOf(typed, was) >= before)
                continue;
            for (const std::u32string& is : group)
                if (is != was && !is.starts_with(was) && countOf(typed, is) > countOf(phrase, is))
                    return true;
        }
    return false;
}

// An asking turn of two words or more, though one of them belong to the phrase: "do we agree", "is it safe".
bool asks(const Tokens& phrase, const Tokens& typed) {
    const std::u32string key = joined(phrase);
    for (std::size_t i = 0; i < typed.size(); ++i) {
        const auto rest = std::span(typed).subspan(i);
        const std::size_t length = lexicon().asking.longestAt(rest);
        const std::size_t harmless =
            std::max(lexicon().willing.longestAt(rest), lexicon().filler.longestAt(rest));
        if (length > 1 && length >= harmless && key.find(joined(rest.first(length))) == key.npos)
            return true;
    }
    return false;
}

std::span<const Token> cut(const Tokens& tokens, std::size_t begin, std::size_t end) {
    return std::span(tokens).subspan(begin, end - begin);
}

bool past(const Token& token) {
    return token.text == U"了" || token.text == U"中" || token.text == U"过" || token.text == U"完" ||
           token.text == U"着";
}

// Words that join a reason to an order, so that what follows is no part of its object.
bool goesOn(const Token& token) {
    static constexpr std::u32string_view kWords[] = {U"来",  U"帮", U"给",  U"让",      U"替",
                                                     U"吧",  U"啊", U"呀",  U"好让",    U"so",
                                                     U"for", U"to", U"and", U"because", U"please"};
    return std::ranges::find(kWords, token.text) != std::end(kWords);
}

// "Granny Smith, …": a name or a cry, and a comma.
bool isAddress(const Wording& head, char32_t gap, std::span<const Token> tokens) {
    const bool cjk = !tokens.empty() && tokens.back().kind == Token::Kind::Cjk;
    return (gap == ',' || gap == '!') && head.strangers <= (cjk ? 3U : 2U) && tokens.size() <= 6;
}

// The words around the phrase make a willing sentence. `exact`: the phrase itself is without a slip.
bool isWilling(const Reading& typed, std::size_t begin, std::size_t end, bool exact) {
    const auto headTokens = cut(typed.tokens, 0, begin);
    const auto tailTokens = cut(typed.tokens, end, typed.tokens.size());
    const Wording head = read(headTokens);
    const Wording tail = read(tailTokens);
    if (head.against || tail.against)
        return false;
    if (!tailTokens.empty() && !typed.gapBefore[end] && past(tailTokens.front()))
        return false;
    const std::size_t strangers = head.strangers + tail.strangers;
    if (strangers == 0 || (tailTokens.empty() && isAddress(head, typed.gapBefore[begin], headTokens)))
        return true;
    const bool onlyOne = headTokens.size() + tailTokens.size() == 1;
    const Token& odd = headTokens.empty() ? tailTokens.front() : headTokens.front();
    if (onlyOne && exact && odd.text.size() == 1 && odd.kind != Token::Kind::Number)
        return true;
    if (tail.strangers > 0 && !typed.gapBefore[end] && !goesOn(tailTokens.front()))
        return false;
    const bool purpose = head.strangers == 0 && !tailTokens.empty() && goesOn(tailTokens.front());
    return (head.willing || tail.willing || typed.polite || purpose) && strangers <= 14;
}

bool repeats(const Reading& phrase, std::span<const Token> rest) {
    return joined(rest) == joined(phrase.tokens);
}

bool aligns(const Reading& phrase, const Reading& typed) {
    if (phrase.letters.empty() || typed.letters.empty())
        return false;
    const Alignment place = align(phrase.letters, typed.letters, typed.wordStart);
    if (place.begin >= place.end)
        return false;
    const Slip slip = judgeSlip(phrase, typed, place);
    if (!slip.small)
        return false;
    if (repeats(phrase, cut(typed.tokens, slip.lastToken, typed.tokens.size())))
        return slip.firstToken == 0;
    return isWilling(typed, slip.firstToken, slip.lastToken, slip.exact);
}

bool liesIn(const Tokens& phrase, const Tokens& typed) {
    // First without the words that add nothing; then with them, since a slip may sit in one of those.
    const Reading essence = takeApart(phrase, true);
    const Reading typedEssence = takeApart(typed, true);
    if (essence.letters.size() >= kFewestLetters) {
        if (aligns(essence, typedEssence))
            return true;
        if (const auto place = rearrangedPlace(essence, typedEssence))
            return isWilling(typedEssence, place->first, place->last, false);
    }
    return aligns(takeApart(phrase, false), takeApart(typed, false));
}

}  // namespace

bool isNear(std::u32string_view phrase, std::u32string_view typed) {
    if (phrase.size() > kLongestPhrase || typed.size() > kLongestNear)
        return false;
    if (hasForeignLetters(phrase, typed) || asksOrRefusesByMarks(phrase, typed) || isQuoted(phrase, typed))
        return false;
    const Tokens phraseTokens = tokenise(phrase);
    const Tokens typedTokens = tokenise(typed);
    if (isPinyinOf(phraseTokens, typedTokens))
        return true;
    const bool sameNumbers = numbers(phraseTokens) == numbers(typedTokens);
    const Tokens counted = sameNumbers ? phraseTokens : withDigits(phraseTokens);
    const Tokens typedCounted = sameNumbers ? typedTokens : withDigits(typedTokens);
    if (!sameNumbers && numbers(counted) != numbers(typedCounted))
        return false;
    return !turnsRound(phraseTokens, typedTokens) && !asks(phraseTokens, typedTokens) &&
           liesIn(counted, typedCounted);
}

}  // namespace sesame::trigger
