// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/store/records.h"

namespace sesame::store {

enum class GroupState : std::uint8_t {
    Asked = 1,  ///< this user may join, and has not answered
    Joined = 2,
    Declined = 3,
    Left = 4,
    Removed = 5,  ///< the founder took this user out; may be asked anew
    Ended = 6,    ///< by the founder, for all
};

/// A conversation of more than two, with the newest signed list of its members.
struct GroupRecord {
    GroupId id;
    PublicIdentity founder;
    std::uint64_t version = 1;
    std::string name;
    GroupState state = GroupState::Asked;
    std::int64_t sinceMs = 0;
    Bytes membership;  ///< the exact bytes that were signed
    Bytes signature;
};

/// What was said in a group, once for all members.
struct GroupMessageRecord {
    MessageId id;  ///< the same in every copy
    GroupId group;
    ContactId sender;                      ///< 0: this user, or a notice
    MessageKind kind = MessageKind::Text;  ///< Text, Invitation or Notice
    std::int64_t sentMs = 0;
    std::int64_t order = 0;  ///< local, rising: the order on screen
    std::string text;        ///< Text: what was said. Invitation: phrase. Notice: stable code
    std::string extra;       ///< Notice: argument
    MessageId mail{};        ///< incoming: the copy that came here
};

/// The copy of an own message for one member.
struct GroupCopyRecord {
    std::int64_t message = 0;  ///< its order
    std::string handle;
    ContactId contact;                   ///< 0: nobody among the contacts
    MessageId mail;                      ///< zeros: none was sent
    Delivery delivery = Delivery::None;  ///< None: it was not sent to them
    std::string reason;                  ///< None, Failed: stable code
};

}  // namespace sesame::store
