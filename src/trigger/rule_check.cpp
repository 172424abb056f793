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
