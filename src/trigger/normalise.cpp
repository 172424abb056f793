// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/letters.h"
#include "trigger/unicode_tables.h"
#include "trigger/utf8.h"

#include "sesame/trigger/phrase.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

namespace sesame::trigger {
namespace {

constexpr std::u32string_view kClosing = U".。!,;:~、·…‥-—–_^";
struct Pair {
    char32_t open, close;
};
constexpr Pair kPairs[] = {
    {U'"', U'"'},   {U'\'', U'\''}, {U'“', U'”'},   {U'”', U'“'},   {U'”', U'”'},   {U'“', U'“'},
    {U'‘', U'’'},   {U'’', U'’'},   {U'«', U'»'},   {U'»', U'«'},   {U'„', U'“'},   {U'„', U'”'},
    {U'「', U'」'}, {U'『', U'』'}, {U'《', U'》'}, {U'〈', U'〉'}, {U'【', U'】'}, {U'〔', U'〕'},
    {U'〖', U'〗'}, {U'(', U')'},   {U'[', U']'},   {U'{', U'}'},   {U'<', U'>'},   {U'`', U'`'},
    {U'*', U'*'},   {U'‹', U'›'},   {U'〝', U'〞'}, {U'“', U'"'},   {U'"', U'”'},
};

bool standsAlone(char32_t point) {
    const bool emoji = point >= 0x1F300 && point <= 0x1FAFF;
    const bool rareHan = point >= 0x20000 && point <= 0x2F7FF;
    return emoji || rareHan;
}

// The quick way: one table access a character. False when the text needs ICU, or is not UTF-8.
bool foldQuickly(std::string_view text, std::u32string& out) {
    while (!text.empty()) {
        const auto point = takeCodePoint(text);
        if (!point)
            return false;
        if (*point >= 0x10000) {
            if (!standsAlone(*point))
                return false;
            out.push_back(*point);
        } else if (const char16_t folded = tables::fold[*point]; folded == tables::kComplex) {
            return false;
        } else if (folded != tables::kDropped) {
            out.push_back(folded);
        }
    }
    return true;
}

bool foldThoroughly(std::string_view text, std::u32string& out) {
    if (!decodeUtf8(text))
        return false;
    UErrorCode status = U_ZERO_ERROR;
    const auto* nfkcFold = icu::Normalizer2::getNFKCCasefoldInstance(status);
    if (U_FAILURE(status))
        return false;
    const auto source = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
    const icu::UnicodeString folded = nfkcFold->normalize(source, status);
    for (std::int32_t i = 0; U_SUCCESS(status) && i < folded.length(); i = folded.moveIndex32(i, 1)) {
        const auto point = static_cast<char32_t>(folded.char32At(i));
        const bool simple = point < 0x10000 && tables::fold[point] != tables::kComplex;
        if (!simple)
            out.push_back(point);
        else if (tables::fold[point] != tables::kDropped)
            out.push_back(tables::fold[point]);
    }
    return U_SUCCESS(status);
}

bool isPunctuation(char32_t point) {
    return (point < 0x80 && point > ' ' && !isDigit(point) && !(point >= 'a' && point <= 'z')) ||
           (point >= 0x3001 && point <= 0x301F) || (point >= 0x2010 && point <= 0x2027);
}

// White space says nothing beside a CJK letter or between one and punctuation.
bool spaceIsNothing(char32_t before, char32_t after) {
    const bool left = isCjk(before);
    const bool right = isCjk(after);
    return (left && right) || (left && isPunctuation(after)) || (right && isPunctuation(before));
}

void collapseSpaces(std::u32string& text) {
    std::size_t out = 0;
    bool space = false;
    for (const char32_t point : text) {
        if (point == ' ') {
            space = true;
            continue;
        }
        if (space && out > 0 && !spaceIsNothing(text[out - 1], point))
            text[out++] = ' ';
        space = false;
        text[out++] = point;
    }
    text.resize(out);
}

// True for “open the door”, not for “open” or “close”.
bool wrapsWhole(std::u32string_view text) {
    for (const Pair& pair : kPairs) {
        if (text.front() != pair.open || text.back() != pair.close)
            continue;
        const auto inner = text.substr(1, text.size() - 2);
        return inner.find(pair.open) == inner.npos && inner.find(pair.close) == inner.npos;
    }
    return false;
}

std::u32string_view stripped(std::u32string_view text) {
    while (!text.empty()) {
        if (text.back() == ' ' || kClosing.find(text.back()) != kClosing.npos)
            text.remove_suffix(1);
        else if (text.front() == ' ')
            text.remove_prefix(1);
        else if (text.size() > 2 && wrapsWhole(text))
            text = text.substr(1, text.size() - 2);
        else
            break;
    }
    return text;
}

}  // namespace

std::string normalise(std::string_view text) {
    if (text.size() > kMaxTextBytes)
        return {};
    std::u32string folded;
    folded.reserve(text.size());
    if (!foldQuickly(text, folded)) {
        folded.clear();
        if (!foldThoroughly(text, folded))
            return {};
    }
    collapseSpaces(folded);
    return encodeUtf8(stripped(folded));
}

}  // namespace sesame::trigger
