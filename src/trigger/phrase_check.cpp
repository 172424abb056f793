// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/hidden.h"
#include "trigger/letters.h"
#include "trigger/phrase_content.h"
#include "trigger/utf8.h"

#include "sesame/trigger/phrase.h"
#include "sesame/trigger/rule_check.h"

#include <unicode/uchar.h>
#include <unicode/uspoof.h>

#include <algorithm>
#include <memory>

namespace sesame::trigger {
namespace {

constexpr std::size_t kLeastWeight = 8;
constexpr std::size_t kMostCodePoints = 64;
constexpr int kMostMarks = 2;

std::size_t weight(std::u32string_view text) {
    std::size_t sum = 0;
    for (const char32_t point : text)
        sum += isCjk(point)                                                               ? 2
               : isLetter(point) && u_getCombiningClass(static_cast<UChar32>(point)) == 0 ? 1
                                                                                          : 0;
    return sum;
}

bool hasStackedMarks(std::u32string_view text) {
    int marks = 0;
    for (const char32_t point : text) {
        const bool mark = (U_GET_GC_MASK(static_cast<UChar32>(point)) & U_GC_M_MASK) != 0;
        marks = mark ? marks + 1 : 0;
        if (marks > kMostMarks)
            return true;
    }
    return false;
}

// Beyond Highly Restrictive, UTS #39.
bool mixesScripts(std::string_view phrase) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<USpoofChecker, decltype(&uspoof_close)> checker(uspoof_open(&status), uspoof_close);
    uspoof_setRestrictionLevel(checker.get(), USPOOF_HIGHLY_RESTRICTIVE);
    uspoof_setChecks(checker.get(), USPOOF_RESTRICTION_LEVEL, &status);
    const auto length = static_cast<std::int32_t>(phrase.size());
    return uspoof_check2UTF8(checker.get(), phrase.data(), length, nullptr, &status) != 0 ||
           U_FAILURE(status);
}

// Letters of another alphabet, all of which pass for Latin ones ("сору").
bool looksLatin(std::string_view phrase, std::u32string_view text) {
    const auto isLatin = [](char32_t point) { return point < 0x80 && isLetter(point); };
    if (std::ranges::none_of(text, isLetter) || std::ranges::any_of(text, isLatin))
        return false;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<USpoofChecker, decltype(&uspoof_close)> checker(uspoof_open(&status), uspoof_close);
    char skeleton[2048];
    const auto length =
        uspoof_getSkeletonUTF8(checker.get(), 0, phrase.data(), static_cast<std::int32_t>(phrase.size()),
                               skeleton, sizeof skeleton, &status);
    return U_SUCCESS(status) && std::all_of(skeleton, skeleton + length,
                                            [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// In any script, 壹 and 五 among them.
bool onlyDigits(std::u32string_view text) {
    const auto isNumeral = [](char32_t point) {
        return u_getNumericValue(static_cast<UChar32>(point)) != U_NO_NUMERIC_VALUE;
    };
    return std::ranges::any_of(text, isNumeral) &&
           std::ranges::all_of(text, [&](char32_t point) { return isNumeral(point) || !isLetter(point); });
}

std::optional<PhraseProblem> checkCharacters(std::u32string_view text) {
    if (text.find_first_of(U"\n\r\v\f\x85\u2028\u2029") != text.npos)
        return PhraseProblem::SeveralLines;
    if (std::ranges::any_of(text, isHiddenCharacter))
        return PhraseProblem::HiddenCharacters;
    if (hasStackedMarks(text))
        return PhraseProblem::StackedMarks;
    if (text.size() > kMostCodePoints)
        return PhraseProblem::TooLong;
    return std::nullopt;
}

std::optional<PhraseProblem> checkContent(std::string_view normalised, std::u32string_view text) {
    const Tokens tokens = tokenise(text);
    if (onlyDigits(text))
        return PhraseProblem::DigitsOnly;
    if (isLinkOrAddress(normalised))
        return PhraseProblem::LinkOrAddress;
    if (isRefusalOrStop(tokens))
        return PhraseProblem::RefusalOrStop;
    if (speaksOfMoneyOrSecrets(tokens))
        return PhraseProblem::MoneyOrSecrets;
    if (weight(text) < kLeastWeight)
        return PhraseProblem::TooShort;
    if (isRepetition(tokens))
        return PhraseProblem::Repetition;
    if (isEveryday(tokens))
        return PhraseProblem::EverydayWords;
    return std::nullopt;
}

}  // namespace

const char* name(PhraseProblem problem) {
    static constexpr const char* kNames[] = {"empty",           "not-utf8",         "several-lines",
                                             "too-short",       "too-long",         "hidden-characters",
                                             "stacked-marks",   "mixed-scripts",    "everyday-words",
                                             "repetition",      "digits-only",      "link-or-address",
                                             "refusal-or-stop", "money-or-secrets", "confusable-rule"};
    return kNames[static_cast<std::size_t>(problem)];
}

std::optional<PhraseProblem> checkPhrase(std::string_view phrase) {
    if (phrase.empty())
        return PhraseProblem::Empty;
    if (phrase.size() > kMaxTextBytes)
        return PhraseProblem::TooLong;
    const auto text = decodeUtf8(phrase);
    if (!text)
        return PhraseProblem::NotUtf8;
    if (const auto problem = checkCharacters(*text))
        return problem;
    const std::string normalised = normalise(phrase);
    if (normalised.empty())
        return PhraseProblem::Empty;
    const std::u32string plain = *decodeUtf8(normalised);
    if (mixesScripts(phrase) || looksLatin(phrase, plain) || looksLatin(normalised, plain))
        return PhraseProblem::MixedScripts;
    return checkContent(normalised, plain);
}

}  // namespace sesame::trigger
