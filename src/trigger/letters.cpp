// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/letters.h"

#include "trigger/lexicon_text.h"
#include "trigger/unicode_tables.h"
#include "trigger/utf8.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sesame::trigger {
namespace {

// Accents of the regions that merge these sounds are the accents people type by.
std::string merged(std::string sound) {
    if (sound.size() > 1 && sound[1] == 'h')
        sound.erase(1, 1);
    if (sound.ends_with("ng"))
        sound.pop_back();
    if (sound.starts_with('l'))
        sound[0] = 'n';
    return sound;
}

unsigned syllableOf(char32_t han) {
    return han >= tables::kFirstHan && han <= tables::kLastHan ? tables::pinyin[han - tables::kFirstHan] : 0;
}

// For each syllable the number of the sound it merges into.
const std::vector<unsigned>& mergedSyllables() {
    static const std::vector<unsigned> all = [] {
        std::unordered_map<std::string, unsigned> numbers;
        std::vector<unsigned> out;
        for (unsigned i = 0; i < tables::syllableCount; ++i)
            out.push_back(numbers.emplace(merged(tables::syllables[i]), i).first->second);
        return out;
    }();
    return all;
}

using HanGroups = std::unordered_map<char32_t, std::vector<unsigned>>;

// Each run of letters between white space is a group.
HanGroups groups(std::string_view text) {
    HanGroups out;
    unsigned group = 0;
    while (!text.empty()) {
        const auto point = takeCodePoint(text);
        if (!point)
            break;
        if (*point == ' ' || *point == '\n')
            ++group;
        else
            out[*point].push_back(group);
    }
    return out;
}

bool inOneGroup(const HanGroups& all, char32_t a, char32_t b) {
    const auto first = all.find(a);
    const auto second = all.find(b);
    if (first == all.end() || second == all.end())
        return false;
    return std::ranges::find_first_of(first->second, second->second) != first->second.end();
}

}  // namespace

bool isHan(char32_t point) {
    return (point >= 0x4E00 && point <= 0x9FFF) || (point >= 0x3400 && point <= 0x4DBF) || point == 0x3005 ||
           point == 0x3007 || (point >= 0x20000 && point <= 0x323AF);
}

bool isKana(char32_t point) {
    return (point >= 0x3041 && point <= 0x3096) || (point >= 0x30A1 && point <= 0x30FA) || point == 0x30FC;
}

bool isHangul(char32_t point) {
    return point >= 0xAC00 && point <= 0xD7A3;
}

bool isDigit(char32_t point) {
    return (point >= '0' && point <= '9') || (point > 0x7F && u_isdigit(static_cast<UChar32>(point)));
}

bool isHanNumeral(char32_t point) {
    return std::u32string_view(U"零〇一二三四五六七八九十百千万亿两半").find(point) !=
           std::u32string_view::npos;
}

bool isQuote(char32_t point) {
    return std::u32string_view(U"\"“”„«»「」『』〝〞‹›").find(point) != std::u32string_view::npos;
}

bool isLetter(char32_t point) {
    if (point < 0x80)
        return point >= 'a' && point <= 'z';
    const auto mask = U_GC_L_MASK | U_GC_M_MASK | U_GC_NL_MASK;
    return (U_GET_GC_MASK(static_cast<UChar32>(point)) & mask) != 0 &&
           !(point >= 0xFE00 && point <= 0xFE0F) && point != 0x20E3;
}

const char* pinyinOf(char32_t han) {
    return tables::syllables[syllableOf(han)];
}

unsigned soundOf(char32_t han) {
    return mergedSyllables()[syllableOf(han)];
}

bool soundAlike(char32_t a, char32_t b) {
    static const HanGroups readings = groups(words::readings);
    const unsigned sound = soundOf(a);
    return (sound != 0 && sound == soundOf(b)) || inOneGroup(readings, a, b);
}

bool lookAlike(char32_t a, char32_t b) {
    static const HanGroups shapes = groups(words::lookalike);
    return inOneGroup(shapes, a, b);
}

}  // namespace sesame::trigger
