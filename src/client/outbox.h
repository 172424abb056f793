// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/account_keeper.h"
#include "client/contact_book.h"
#include "client/content.h"
#include "client/hub_connection.h"
#include "client/session_shelf.h"

#include "sesame/base/tag.h"

#include <map>
#include <set>

namespace sesame::client {

/// What is on its way to the hub. A content is on disk from the moment it is posted; it is sealed as soon as
/// there is a session with its receiver, sent in order, up to 64 at a time, and again after every break until
/// the hub has it on its own disk. One thread.
class Outbox : public QObject {
  public:
    Outbox(Ledger& ledger, AccountKeeper& account, ContactBook& contacts, Conversation& conversation,
           SessionShelf& sessions, HubConnection& hub);

    /// What goes to the hub beside a mail, asked each time it is sent.
    using Tag = std::function<std::optional<PhraseTag>(ContactId to, const MessageId& id)>;
    void tagWith(Tag tag) { tag_ = std::move(tag); }

    /// Hears what became of mails that are no row of a conversation by themselves, in the transaction that
    /// makes it true.
    using Besides = std::function<Status(const MessageId& mail, Delivery delivery, const std::string& why)>;
    void tellOfOthers(Besides besides) { besides_ = std::move(besides); }

    /// Part of the caller's transaction.
    Status post(const store::ContactRecord& to, const Content& content);
    /// There is a session with them now: seals what has waited for it. Part of the caller's transaction.
    Status sealWaiting(const store::ContactRecord& to);
    /// Their key has been replaced: takes what was sealed for the old one out of its seal again.
    Status unseal(const store::ContactRecord& to,
                  const std::function<std::optional<Content>(MessageId)>& again);
    /// What they write cannot be read here any more: a session from their latest keys takes the place of the
    /// one there was, and `first` goes by it.
    void renewSession(ContactId with, Content first);
    /// After a log-in: nothing is in flight.
    void restart();
    /// Somebody has come, and has a mailbox that they empty: what found none, or no room in it, is sent
    /// again.
    void tryAgain();
    /// Hands everything that may go now to the connection, where there is no event loop to come back to.
    void sendNow() { pump(); }
    /// Hub frames about mail that came without a request of ours.
    void settle(const wire::pb::HubFrame& frame);

  private:
    void pump();
    bool sendBatch();
    void send(wire::pb::SendMail batch, const std::vector<MessageId>& ids);
    void accepted(const std::vector<MessageId>& ids);
    void refused(const wire::pb::Refusal& refusal, const std::vector<MessageId>& ids);
    void pause(std::uint32_t ms);
    Status settled(const MessageId& id, Delivery delivery, const char* reason);
    void fail(const std::vector<MessageId>& ids, const char* reason);
    void keepForLater(const std::vector<MessageId>& ids, const char* reason);
    void lookAgain();
    void startSession(ContactId id);
    void bundleArrived(ContactId id, const wire::pb::HubFrame& frame);
    Result<Bytes> seal(const store::ContactRecord& to, const MessageId& id, ByteView plain);
    Result<std::vector<store::OutboxRecord>> rowsOf(ContactId contact);

    Ledger& ledger_;
    AccountKeeper& account_;
    ContactBook& contacts_;
    Conversation& conversation_;
    SessionShelf& sessions_;
    HubConnection& hub_;
    Tag tag_ = [](ContactId, const MessageId&) { return std::nullopt; };
    Besides besides_ = [](const MessageId&, Delivery, const std::string&) { return Status(); };
    std::set<MessageId> inFlight_;
    std::set<ContactId> fetching_;
    std::map<ContactId, Content> renewing_;
    std::map<ContactId, int> inVain_;  // how often their keys were asked for
    std::int64_t handledUpTo_ = 0;     // rows up to here are in flight, or wait for a session or a mailbox
    bool paused_ = false;
    QTimer resume_;
    int refusedInVain_ = 0;  // how often in a row
    QTimer again_;
};

/// The bundle in a frame, or Malformed.
Result<crypto::PrekeyBundle> readBundle(const wire::pb::PrekeyBundle& frame);

}  // namespace sesame::client
