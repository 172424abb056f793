// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/outbox.h"

namespace sesame::client {

/// How two people become contacts, and stop being it. One thread.
class ContactRequests {
  public:
    ContactRequests(Ledger& ledger, AccountKeeper& account, ContactBook& contacts, Conversation& conversation,
                    Diary& diary, Outbox& outbox, HubConnection& hub, crypto::Random& random,
                    const Clock& clock);

    /// Hears of everybody who is a contact from now on, in the transaction that makes it true.
    using Accepted = std::function<Status(const store::ContactRecord& contact)>;
    void afterAccepting(Accepted accepted) { accepted_ = std::move(accepted); }

    /// Asks the maker of the link.
    Result<ContactId> add(const InvitationLink& link);
    Status accept(ContactId id);
    Status decline(ContactId id);
    Status setBlocked(ContactId id, bool blocked);

    Status requested(const store::ContactRecord& from, const ContactRequestContent& content);
    Status answered(const store::ContactRecord& from, const ContactAnswerContent& content);

    /// After a log-in, and after each change: tells the hub who is blocked.
    void tellHub();

  private:
    Status ask(const store::ContactRecord& contact, const InvitationLink& link);
    Status reply(const store::ContactRecord& contact, bool accepted);
    Status block(store::ContactRecord& contact);
    Status unblock(store::ContactRecord& contact);
    Content content(Content::Body body);
    void tellHubAbout(const store::ContactRecord& contact, bool blocked);

    Ledger& ledger_;
    AccountKeeper& account_;
    ContactBook& contacts_;
    Conversation& conversation_;
    Diary& diary_;
    Outbox& outbox_;
    HubConnection& hub_;
    crypto::Random& random_;
    const Clock& clock_;
    Accepted accepted_ = [](const store::ContactRecord&) { return Status(); };
};

}  // namespace sesame::client
