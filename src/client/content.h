// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/file_content.h"
#include "client/group_content.h"
#include "client/hub_key.h"
#include "client/offer_content.h"
#include "client/session_content.h"

#include "sesame/execute/executor.h"
#include "sesame/trigger/rule.h"

#include <optional>
#include <variant>

/// What one client says to another, as values (docs/protocol-clients.md). Pure; any thread.
namespace sesame::client {

struct TextContent {
    std::string text;
    bool operator==(const TextContent&) const = default;
};
struct ContactRequestContent {
    std::string name;
    Bytes token;
    bool operator==(const ContactRequestContent&) const = default;
};
struct ContactAnswerContent {
    bool accepted = false;
    std::string name;
    bool operator==(const ContactAnswerContent&) const = default;
};
struct ReadContent {
    std::vector<MessageId> messages;
    bool operator==(const ReadContent&) const = default;
};
struct RuleUpdateContent {
    std::vector<trigger::SignedRule> rules;
    bool operator==(const RuleUpdateContent&) const = default;
};
struct InvitationContent {
    trigger::SignedRule rule;
    std::int64_t expiresMs = 0;
    bool operator==(const InvitationContent&) const = default;
};
struct InvitationAnswerContent {
    enum class Answer : std::uint8_t { Declined = 1, Withdrawn = 2 };
    MessageId invitation;
    Answer answer = Answer::Declined;
    bool operator==(const InvitationAnswerContent&) const = default;
};
struct OutcomeContent {
    MessageId invitation;
    RuleHash rule;
    execute::OutcomeKind kind = execute::OutcomeKind::Failed;
    std::string target;
    bool operator==(const OutcomeContent&) const = default;
};
inline constexpr std::size_t kMostWishBytes = 4096;  ///< of text; more is no wish
struct WishContent {
    std::string text;
    trigger::Command command;
    bool operator==(const WishContent&) const = default;
};
struct WishAnswerContent {
    MessageId wish;
    WishHash hash;
    std::optional<trigger::SignedRule> rule{};  ///< of a yes; none: no
    bool operator==(const WishAnswerContent&) const = default;
};
struct OrderContent {
    MessageId message;
    MessageId invitation;
    RuleHash rule;
    bool operator==(const OrderContent&) const = default;
};

struct Content {
    using Body =
        std::variant<TextContent, ContactRequestContent, ContactAnswerContent, ReadContent, RuleUpdateContent,
                     InvitationContent, InvitationAnswerContent, OutcomeContent, SessionOfferContent,
                     SessionStateContent, SessionAskContent, SessionLeaveContent, SessionEndedContent,
                     ClipboardAskContent, ClipboardTextContent, ShareOfferContent, WishContent,
                     WishAnswerContent, OrderContent, FileOfferContent, FileAnswerContent, HubKeyContent,
                     StandingShareContent, StandingOpenContent, StandingRefusalContent, RuleOfferContent,
                     RuleOfferAnswerContent, GroupMembershipContent, GroupAnswerContent, GroupTextContent,
                     GroupLeaveContent, GroupInvitationContent, GroupAskedContent>;
    MessageId id;
    std::int64_t sentMs = 0;
    Body body;
    bool operator==(const Content&) const = default;
};

Bytes encode(const Content& content);

/// Malformed for another version, an unknown kind (S03, S46), wrong sizes, or anything over its limit.
Result<Content> decode(ByteView bytes);

}  // namespace sesame::client
