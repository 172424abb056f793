// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/trigger/judge.h"

#include "sesame/trigger/phrase.h"

namespace sesame::trigger {
namespace {

// A message sent sooner after a paste was not read by anybody (S16).
constexpr std::int64_t kLeastMsAfterPaste = 300;

bool isOwnWord(const OwnMessage& message) {
    return message.composed && (message.msSincePaste < 0 || message.msSincePaste >= kLeastMsAfterPaste);
}

bool mayGrant(const Rule& rule, const OwnMessage& message) {
    return rule.helper == message.recipient && rule.receiver == message.author && !rule.removed &&
           rule.ways.phrase && !rule.media;
}

}  // namespace

Verdict judge(const OwnMessage& message, const RuleTable& table) {
    if (!isOwnWord(message))
        return {};
    const std::string text = normalise(message.text);
    if (text.empty())
        return {};
    if (const Candidate* exact = table.exact(text))
        return mayGrant(exact->rule, message) ? Verdict{MatchKind::Match, Way::Phrase, exact} : Verdict{};
    for (const Candidate* candidate : table.nearby(message.text))
        if (mayGrant(candidate->rule, message) &&
            compare(candidate->rule.phrase, message.text) == MatchKind::Near)
            return {MatchKind::Near, Way::Phrase, candidate};
    return {};
}

Verdict judge(const OwnMedia& media, std::span<const Candidate> candidates) {
    Verdict best{MatchKind::No, Way::Media, nullptr};
    for (const Candidate& candidate : candidates) {
        const Rule& rule = candidate.rule;
        if (!rule.media || rule.helper != media.recipient || rule.receiver != media.author || rule.removed ||
            !rule.ways.phrase)
            continue;
        const MatchKind kind = compare(*rule.media, media.print);
        if (kind > best.kind)
            best = {kind, Way::Media, &candidate};
    }
    return best;
}

}  // namespace sesame::trigger
