// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/account_keeper.h"
#include "client/contact_book.h"
#include "client/content.h"
#include "client/hub_connection.h"
#include "client/session_shelf.h"

#include <set>

namespace sesame::client {

/// What the hub delivers. A mail's effects, the session state and the memory that it was handled go to disk
/// in one transaction; only then is it acknowledged. Mail that cannot be opened is acknowledged too, counted
/// and dropped. One thread.
class Inbox : public QObject {
  public:
    /// Acts on an opened content; part of the transaction. A failure drops only this content.
    using Handler = std::function<Status(const store::ContactRecord& from, const Content& content)>;
    /// A session was begun by the other side; part of the transaction.
    using SessionBegun = std::function<Status(const store::ContactRecord& with)>;

    /// Their mail cannot be read though it is from them; at most now and then.
    using SessionLost = std::function<void(ContactId with)>;

    Inbox(Ledger& ledger, AccountKeeper& account, ContactBook& contacts, Conversation& conversation,
          SessionShelf& sessions, HubConnection& hub, const Clock& clock, Handler handler,
          SessionBegun sessionBegun, SessionLost sessionLost);

    void deliver(const wire::pb::MailDelivery& delivery);
    /// The changed key of a contact has been acknowledged: opens what was kept for it.
    void openHeld(ContactId id);
    /// After a log-in the hub delivers again what was not acknowledged.
    void restart();

  private:
    using Mails = std::vector<wire::pb::Mail>;
    void take(const Mails& mails);
    Status takeOne(const wire::pb::Mail& mail);
    Status takeFrom(const store::ContactRecord& contact, const wire::pb::Mail& mail);
    Status act(const store::ContactRecord& contact, const MessageId& id, ByteView plain);
    Status unopened(const store::ContactRecord& contact, const wire::pb::Mail& mail);
    Status hold(const store::ContactRecord& contact, const wire::pb::Mail& mail);
    Status noteUnreadable(const store::ContactRecord& contact);
    Status renewSession(ContactId with);
    void lookUpKey(ContactId id);
    void keyLookedUp(ContactId id, const PublicIdentity& identity);
    void meetStranger(const wire::pb::Mail& mail);
    void lookUpStranger(const std::string& handle);
    void lookUpStrangerLater(const std::string& handle, std::uint32_t ms);
    void strangerKnown(const std::string& handle, const wire::pb::HubFrame& frame);
    Status takeStranger(const PublicIdentity& identity, const wire::pb::Mail& mail);
    void acknowledge(const Mails& mails);
    void count(const char* what);

    Ledger& ledger_;
    AccountKeeper& account_;
    ContactBook& contacts_;
    Conversation& conversation_;
    SessionShelf& sessions_;
    HubConnection& hub_;
    const Clock& clock_;
    Handler handler_;
    SessionBegun sessionBegun_;
    SessionLost sessionLost_;
    std::map<std::string, Mails> strangers_;  // whose keys the hub is asked for
    std::set<ContactId> lookingUp_;
};

}  // namespace sesame::client
