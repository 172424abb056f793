// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/store/offer_record.h"
#include "sesame/trigger/rule.h"

#include <vector>

/// What two clients say to each other about sets of rules, as values (docs/protocol-clients.md).
namespace sesame::client {

/// From the helper.
struct RuleOfferContent {
    store::SetId set;
    std::string name;
    std::vector<trigger::SignedRule> rules;
    std::int64_t expiresMs = 0;
    bool operator==(const RuleOfferContent&) const = default;
};

struct RuleOfferAnswerContent {
    enum class Answer : std::uint8_t { Accepted = 1, Declined = 2, Withdrawn = 3 };
    MessageId offer;
    Answer answer = Answer::Declined;
    std::vector<RuleId> taken{};  ///< of Accepted: those that are in use since
    bool operator==(const RuleOfferAnswerContent&) const = default;
};

}  // namespace sesame::client
