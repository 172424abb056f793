// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/ids.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// Rows of the client database as plain values. Times are wall-clock milliseconds.
namespace sesame::store {

/// Names a conversation of more than two; made of its founder's key, so that nobody else can found it.
using GroupId = FixedId<struct GroupIdTag, 16>;

/// Row number of a contact on this machine.
struct ContactId {
    std::int64_t value = 0;
    auto operator<=>(const ContactId&) const = default;
};

enum class ContactState : std::uint8_t {
    Requested = 1,  ///< we asked, no answer yet
    Incoming = 2,   ///< they ask us
    Accepted = 3,
    Declined = 4,
    Blocked = 5,
};

struct ContactRecord {
    ContactId id;
    std::string handle;
    std::string name;     ///< what they call themselves
    std::string ownName;  ///< what our user calls them; empty: name
    PublicIdentity identity;
    std::optional<PublicIdentity> newIdentity;  ///< a changed key that our user has not acknowledged (S08)
    ContactState state = ContactState::Requested;
    bool verified = false;  ///< safety number compared
    std::int64_t sinceMs = 0;
    std::int64_t readUpToMs = 0;
};

enum class Direction : std::uint8_t { Incoming = 1, Outgoing = 2 };
enum class MessageKind : std::uint8_t {
    Text = 1,
    Invitation = 2,
    Outcome = 3,
    Notice = 4,  ///< local only: "Key changed", "You said No"
    Wish = 5,    ///< the receiver asked in own words
    File = 6,
    RuleOffer = 7,  ///< a set of rules, to be accepted once
};
enum class Delivery : std::uint8_t {
    None = 0,       ///< incoming or local
    Sending = 1,    ///< in the outbox
    Sent = 2,       ///< durable on the hub
    Delivered = 3,  ///< durable at the other end
    Read = 4,
    Failed = 5,
};

struct MessageRecord {
    MessageId id;
    ContactId contact;
    Direction direction = Direction::Incoming;
    MessageKind kind = MessageKind::Text;
    Delivery delivery = Delivery::None;
    std::int64_t sentMs = 0;
    std::int64_t order = 0;  ///< local, rising: the order on screen
    std::string text;   ///< Text: what was said. Notice, Outcome: stable code. Invitation: phrase. Wish: own
                        ///< words. File, RuleOffer: its name
    std::string extra;  ///< Notice, Outcome: argument (target). Delivery Failed: reason code
};

/// A sealed mail on its way to the hub.
struct OutboxRecord {
    std::int64_t order = 0;
    MessageId id;
    ContactId contact;
    Bytes sealed;
};

enum class InvitationState : std::uint8_t {
    Open = 1,
    Used = 2,
    Declined = 3,
    Withdrawn = 4,
    Expired = 5,
    Asked = 6,  ///< the receiver asked for it, the helper has not answered yet
};

/// An invitation, on either side. `rule` is the signed rule as it was then (the snapshot of S09). A wish is
/// one that the receiver asked for: it has no rule until the helper said yes.
struct InvitationRecord {
    MessageId id;
    ContactId contact;
    Direction direction = Direction::Incoming;
    RuleHash ruleHash;
    Bytes rule;
    Bytes ruleSignature;
    std::int64_t expiresMs = 0;
    std::int64_t receivedMs = 0;
    std::int64_t receivedBootMs = 0;
    std::string bootId;  ///< boot clocks compare only within one boot
    InvitationState state = InvitationState::Open;
    Bytes wish{};  ///< what the receiver's client sent when they asked; empty: the helper invited
    std::optional<GroupId> group{};  ///< given in a group: only what is said there answers it
};

/// The newest version of a rule of a pair, tombstones included.
struct RuleRecord {
    RuleId id;
    ContactId contact;
    Direction direction = Direction::Incoming;  ///< Outgoing: we are the helper
    std::uint64_t version = 1;
    Bytes rule;
    Bytes signature;
    bool enabled = true;  ///< false: bad on arrival or on disk; shown, never used
};

struct PrekeyRecord {
    std::uint32_t id = 0;
    bool oneTime = false;
    ByteArray<32> publicKey{};
    ByteArray<32> privateKey{};
    std::int64_t createdMs = 0;
};

struct AuditRecord {
    std::uint64_t index = 0;
    std::int64_t wallMs = 0;
    std::string event;
    std::string peer;
    std::string detail;
    ByteArray<32> chain{};
};

}  // namespace sesame::store
