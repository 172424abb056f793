// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/group_conversation.h"
#include "client/rule_book.h"

namespace sesame::client {

/// What the hub says about mail that it has taken from us: fetched, or still waiting. One thread.
class DeliveryNews {
  public:
    DeliveryNews(Ledger& ledger, ContactBook& contacts, Conversation& conversation, GroupConversation& groups,
                 RuleBook& rules, HubConnection& hub)
        : ledger_(ledger),
          contacts_(contacts),
          conversation_(conversation),
          groups_(groups),
          rules_(rules),
          hub_(hub) {}

    /// After a log-in: asks about everything that was only Sent when the line broke.
    void ask();
    void delivered(const wire::pb::MailDelivered& news);

  private:
    std::set<MessageId> outbox();
    void askAbout(const store::ContactRecord& contact, const std::vector<MessageId>& ids);
    Status mark(ContactId contact, const std::vector<MessageId>& ids);

    Ledger& ledger_;
    ContactBook& contacts_;
    Conversation& conversation_;
    GroupConversation& groups_;
    RuleBook& rules_;
    HubConnection& hub_;
};

}  // namespace sesame::client
