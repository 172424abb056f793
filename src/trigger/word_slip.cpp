// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/word_slip.h"

#include "trigger/alignment.h"
#include "trigger/lexicon.h"

#include <algorithm>

namespace sesame::trigger {
namespace {

constexpr std::u32string_view kTurningPrefixes[] = {U"un", U"dis", U"de", U"non", U"in",
                                                    U"im", U"mis", U"re", U"anti"};
constexpr std::u32string_view kTellingEndings[] = {U"ed", U"d", U"ing", U"less"};

bool differsByPrefix(std::u32string_view shorter, std::u32string_view longer) {
    return std::ranges::any_of(kTurningPrefixes, [&](std::u32string_view prefix) {
        return longer.starts_with(prefix) && longer.substr(prefix.size()) == shorter;
    });
}

bool differsByEnding(std::u32string_view word, std::u32string_view typed) {
    const bool silentE = word.ends_with(U'e');
    const std::u32string_view stem = silentE ? word.substr(0, word.size() - 1) : word;
    return std::ranges::any_of(kTellingEndings, [&](std::u32string_view ending) {
        if (!typed.ends_with(ending) || word.ends_with(ending))
            return false;
        const auto rest = typed.substr(0, typed.size() - ending.size());
        return rest == word || rest == stem || (rest.size() == word.size() + 1 && rest.starts_with(word));
    });
}

bool isPlural(std::u32string_view one, std::u32string_view many) {
    return many.size() == one.size() + 1 && many.starts_with(one) && many.back() == U's';
}

bool saysOtherwise(std::u32string_view typed) {
    const Lexicon& words = lexicon();
    return words.refusing.contains(typed) || words.asking.contains(typed) || words.telling.contains(typed) ||
           words.waiting.contains(typed);
}

std::size_t boundFor(std::size_t letters) {
    return letters <= 1 ? 0 : letters <= 4 ? 1 : letters <= 12 ? 2 : 3;
}

// "turn of the lamp" may mean on or off.
bool mayMeanTheOpposite(std::u32string_view word, std::u32string_view typed, std::size_t edits) {
    for (const auto& group : lexicon().opposites.groups())
        if (std::ranges::find(group, word) != group.end())
            for (const std::u32string& opposite : group)
                if (opposite != word && lettersApart(opposite, typed) <= edits)
                    return true;
    return false;
}

}  // namespace

std::size_t lettersApart(std::u32string_view word, std::u32string_view typed) {
    std::vector<bool> boundary(typed.size() + 1, false);
    boundary.front() = boundary.back() = true;
    const Alignment place = align(word, typed, boundary);
    return place.edits.size() + place.begin + (typed.size() - place.end);
}

bool isWordSlip(std::u32string_view word, std::u32string_view typed) {
    if (word == typed)
        return true;
    const Lexicon& words = lexicon();
    if (words.opposites.inOneGroup(word, typed))
        return false;
    if (isPlural(word, typed) || isPlural(typed, word))
        return true;
    if (differsByPrefix(word, typed) || differsByPrefix(typed, word) || differsByEnding(word, typed) ||
        saysOtherwise(typed))
        return false;
    const bool lostItsEnd = typed.size() + 1 == word.size() && word.starts_with(typed);
    if (word.size() > 3 && !lostItsEnd && words.english.contains(word) && words.english.contains(typed))
        return false;
    const std::size_t edits = lettersApart(word, typed);
    if (edits > 1 && words.english.contains(typed))
        return false;
    return edits <= boundFor(word.size()) && !mayMeanTheOpposite(word, typed, edits);
}

}  // namespace sesame::trigger
