// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/conversation.h"
#include "client/group_wording.h"

#include "sesame/client/groups.h"

namespace sesame::client {

/// The rows on screen of all groups, and what became of each copy of an own message. One thread.
class GroupConversation {
  public:
    GroupConversation(Ledger& ledger, Events& events, Conversation& conversation, crypto::Random& random,
                      const Clock& clock)
        : ledger_(ledger), events_(events), conversation_(conversation), random_(random), clock_(clock) {}

    /// False when it is there already. With the copies of it, if it is one's own.
    Result<bool> add(store::GroupMessageRecord record, std::vector<store::GroupCopyRecord> copies = {});
    /// A line that only this user sees. `who`: the handle that it is about, or its argument.
    Status notice(const GroupId& group, GroupNotice code, const std::string& who = {}, ContactId sender = {});
    /// News about a mail that may be a copy for this contact, or for whomever when none is named; nothing
    /// happens if it is none.
    Status setDelivery(const MessageId& mail, Delivery delivery, const std::string& reason = {},
                       std::optional<ContactId> contact = {});
    /// The row's invitation changed elsewhere.
    void announceChange(const MessageId& id);

    QList<GroupMessageView> history(const GroupId& group, std::int64_t beforeOrder, int limit);
    /// Newest first.
    QList<GroupMessageView> search(const std::string& words, int limit);
    /// Invitations of this helper in this group that wait for a Yes or No.
    std::vector<GroupMessageView> awaited(const GroupId& group, ContactId helper);
    GroupMessageView view(const store::GroupMessageRecord& record);
    std::optional<GroupMessageView> last(const GroupId& group);
    /// As this user calls whoever has this handle.
    QString nameOf(const std::string& handle);

  private:
    QString nameOf(ContactId contact);
    void announce(std::int64_t order);

    Ledger& ledger_;
    Events& events_;
    Conversation& conversation_;
    crypto::Random& random_;
    const Clock& clock_;
};

}  // namespace sesame::client
