// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/trigger/rule_check.h"

#include "trigger/utf8.h"

#include "sesame/trigger/judge.h"
#include "sesame/trigger/phrase.h"

#include <unicode/uspoof.h>

#include <array>
#include <memory>

namespace sesame::trigger {
namespace {

// How the text looks; in one case, since the skeleton of 0 is O.
std::string skeleton(const std::string& text) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<USpoofChecker, decltype(&uspoof_close)> checker(uspoof_open(&status), uspoof_close);
    std::array<char, 2048> out{};
    const auto length =
        uspoof_getSkeletonUTF8(checker.get(), 0, text.data(), static_cast<std::int32_t>(text.size()),
                               out.data(), static_cast<std::int32_t>(out.size()), &status);
    return U_SUCCESS(status) ? normalise({out.data(), static_cast<std::size_t>(length)}) : text;
}

bool areConfusable(std::string_view phrase, std::string_view other) {
    const std::string a = normalise(phrase);
    const std::string b = normalise(other);
    return a == b || compare(phrase, other) != MatchKind::No || compare(other, phrase) != MatchKind::No ||
           skeleton(a) == skeleton(b);
}

bool areAlike(const MediaPrint& a, const MediaPrint& b) {
    return compare(a, b) != MatchKind::No || compare(b, a) != MatchKind::No;
}

bool isBeside(const Rule& other, const Rule& rule) {
    return other.id != rule.id && !other.removed && other.helper == rule.helper &&
           other.receiver == rule.receiver && other.media.has_value() == rule.media.has_value();
}

std::optional<RuleProblem> checkMediaRule(const Rule& rule, std::span<const Rule> others) {
    const auto problem = [](MediaProblem why) { return RuleProblem{{}, {}, {}, why}; };
    if (const auto why = checkMedia(*rule.media))
        return problem(*why);
    if (const auto why = checkCommand(rule.command))
        return RuleProblem{std::nullopt, why, {}, {}};
    std::size_t beside = 0;
    for (const Rule& other : others) {
        if (!isBeside(other, rule))
            continue;
        if (areAlike(*rule.media, *other.media))
            return problem(MediaProblem::LikeAnotherRule);
        ++beside;
    }
    return beside < kMostMediaRules ? std::nullopt : std::optional(problem(MediaProblem::TooMany));
}

}  // namespace

const char* RuleProblem::reason() const {
    return phrase ? name(*phrase) : command ? name(*command) : media ? name(*media) : "";
}

std::optional<RuleProblem> checkRule(const Rule& rule, std::span<const Rule> others) {
    if (rule.media)
        return checkMediaRule(rule, others);
    if (const auto problem = checkPhrase(rule.phrase))
        return RuleProblem{problem, std::nullopt, {}, {}};
    if (const auto problem = checkCommand(rule.command))
        return RuleProblem{std::nullopt, problem, {}, {}};
    for (const Rule& other : others)
        if (isBeside(other, rule) && areConfusable(rule.phrase, other.phrase))
            return RuleProblem{PhraseProblem::ConfusableRule, std::nullopt, other.phrase, {}};
    return std::nullopt;
}

}  // namespace sesame::trigger
