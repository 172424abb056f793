// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/crypto/identity.h"
#include "sesame/trigger/command.h"
#include "sesame/trigger/media_print.h"

#include <cstdint>
#include <optional>

namespace sesame::trigger {

/// How a rule may be granted. All end in the same question.
struct Ways {
    bool phrase = true;    ///< the phrase, sent back
    bool buttons = false;  ///< Yes in the invitation
    bool told =
        false;  ///< the invitation does not show the phrase: the helper tells it, by telephone for example
    bool operator==(const Ways&) const = default;
};

/// Whether there is a way at all, and no button in place of what is to be heard from the helper.
bool isLegal(const Ways& ways);

/// Where a message is compared with the phrase. The receiver's client compares it again in any case (I5).
enum class JudgePlace : std::uint8_t {
    Receiver = 0,  ///< at home: nobody else is told anything
    Helper = 1,    ///< in the helper's client, which reads the conversation anyway
    Hub = 2,       ///< at the hub, which compares tags and knows neither text nor phrase; equal or not at all
};
inline constexpr JudgePlace kJudgePlaces[] = {JudgePlace::Receiver, JudgePlace::Helper, JudgePlace::Hub};

/// "receiver", "helper", "hub".
const char* name(JudgePlace place);

/// One row: message content → command, made by a helper for a receiver.
struct Rule {
    RuleId id;
    std::uint64_t version = 1;  ///< rises with each change
    std::string phrase;         ///< UTF-8, as the helper wrote it
    Command command;
    PublicIdentity helper;
    PublicIdentity receiver;
    std::int64_t createdMs = 0;
    std::int64_t expiresMs = 0;  ///< 0: no end
    bool removed = false;        ///< a tombstone
    JudgePlace judgedAt = JudgePlace::Receiver;
    Ways ways;                       ///< at least one, unless a wish is set
    std::optional<WishHash> wish{};  ///< only this wish of the receiver's makes it run; no phrase then
    /// A picture, sound or clip in place of the phrase, by the phrase's way. Compared at the receiver's only.
    std::optional<MediaPrint> media{};
    bool operator==(const Rule&) const = default;
};

/// Whether its key, its ways and its place go together: no phrase beside a picture, and a picture is neither
/// told nor compared elsewhere.
bool isLegal(const Rule& rule);

/// A rule as it travels and is stored: the exact bytes that were signed.
struct SignedRule {
    Bytes rule;
    crypto::Signature signature{};
    bool operator==(const SignedRule&) const = default;
};

SignedRule sign(const Rule& rule, const crypto::Identity& helper);

/// Decodes and verifies: the signature is by rule.helper. Malformed for unknown fields or commands (S46),
/// wrong sizes, no way to grant it, a picture beside a phrase, or a target that is not a legal one; Refused
/// for a bad signature. Does not judge the phrase: checkRule() does.
Result<Rule> openRule(const SignedRule& signedRule);

/// Names this version of this rule.
RuleHash hashOf(const SignedRule& signedRule);

}  // namespace sesame::trigger
