// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/trigger/rule_check.h"

#include "trigger/utf8.h"

#include "sesame/trigger/judge.h"
#include "sesame/trigger/phrase.h"

#include <unicode/uspoof.h>

#include <memory>

namespace sesame::trigger {
namespace {

bool skeletonsMeet(const std::string& a, const std::string& b) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<USpoofChecker, decltype(&uspoof_close)> checker(uspoof_open(&status), uspoof_close);
    const auto length = [](const std::string& text) { return static_cast<std::int32_t>(text.size()); };
    return uspoof_areConfusableUTF8(checker.get(), a.data(), length(a), b.data(), length(b), &status) != 0 &&
           U_SUCCESS(status);
}

bool areConfusable(std::string_view phrase, std::string_view other) {
    const std::string a = normalise(phrase);
    const std::string b = normalise(other);
    return a == b || compare(phrase, other) != MatchKind::No || compare(other, phrase) != MatchKind::No ||
           skeletonsMeet(a, b);
}

}  // namespace

const char* RuleProblem::reason() const {
    return phrase ? name(*phrase) : command ? name(*command) : "";
}

std::optional<RuleProblem> checkRule(const Rule& rule, std::span<const Rule> others) {
    if (const auto problem = checkPhrase(rule.phrase))
        return RuleProblem{problem, std::nullopt, {}};
    if (const auto problem = checkCommand(rule.command))
        return RuleProblem{std::nullopt, problem, {}};
    for (const Rule& other : others) {
        const bool samePair = other.helper == rule.helper && other.receiver == rule.receiver;
        if (other.id == rule.id || other.removed || !samePair)
            continue;
        if (areConfusable(rule.phrase, other.phrase))
            return RuleProblem{PhraseProblem::ConfusableRule, std::nullopt, other.phrase};
    }
    return std::nullopt;
}

}  // namespace sesame::trigger
