// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/membership.h"

#include "sesame/trigger/rule.h"

/// What members of a group say to each other, as values (docs/groups.md). Each is one copy for one member.
namespace sesame::client {

/// From the founder: who is in the group from this version on.
struct GroupMembershipContent {
    SignedMembership membership;
    bool operator==(const GroupMembershipContent&) const = default;
};

struct GroupAnswerContent {
    enum class Answer : std::uint8_t { Joined = 1, Declined = 2 };
    GroupId group;
    Answer answer = Answer::Declined;
    bool operator==(const GroupAnswerContent&) const = default;
};

struct GroupTextContent {
    GroupId group;
    std::uint64_t version = 0;       ///< of the list of members that the sender has
    ByteArray<32> membershipHash{};  ///< of that list
    MessageId textId;                ///< the same in every copy
    std::string text;
    bool operator==(const GroupTextContent&) const = default;
};

struct GroupLeaveContent {
    GroupId group;
    std::uint64_t version = 0;
    crypto::Signature signature{};
    bool operator==(const GroupLeaveContent&) const = default;
};

/// From a helper to one receiver: what this receiver says in the group, and nobody else, answers it.
struct GroupInvitationContent {
    GroupId group;
    trigger::SignedRule rule;
    std::int64_t expiresMs = 0;
    bool operator==(const GroupInvitationContent&) const = default;
};

/// From that helper to the others.
struct GroupAskedContent {
    GroupId group;
    PublicIdentity receiver;
    bool operator==(const GroupAskedContent&) const = default;
};

}  // namespace sesame::client
