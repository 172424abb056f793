// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/events.h"
#include "client/ledger.h"
#include "client/wording.h"

#include "sesame/base/clock.h"
#include "sesame/crypto/random.h"

namespace sesame::client {

/// The rows on screen: adds them, moves their delivery state forward, and turns them into views. One thread.
class Conversation {
  public:
    Conversation(Ledger& ledger, Events& events, crypto::Random& random, const Clock& clock)
        : ledger_(ledger), events_(events), random_(random), clock_(clock) {}

    /// False when it is there already.
    Result<bool> add(store::MessageRecord record);
    /// A line that only this user sees.
    Status notice(ContactId contact, Notice code, const std::string& argument = {});
    Status setDelivery(const MessageId& id, Delivery delivery, const std::string& reason = {});
    /// The row's invitation or state changed elsewhere.
    void announceChange(const MessageId& id);

    /// Who knows how far the files are.
    using FileWords =
        std::function<std::optional<FileView>(const store::MessageRecord&, const QString& peer)>;
    void describeFiles(FileWords describe) { describeFile_ = std::move(describe); }

    QList<MessageView> history(ContactId contact, std::int64_t beforeOrder, int limit);
    MessageView view(const store::MessageRecord& record);
    /// The newest incoming row that waits for a Yes or No here.
    std::optional<MessageView> awaited(ContactId contact);
    /// Newest first.
    QList<MessageView> search(const std::string& words, int limit);
    /// Words for the contact list.
    std::optional<MessageView> last(ContactId contact);

    /// As it is shown to whoever received it, or sent it. Nothing when there is none.
    std::optional<InvitationView> invitation(const MessageId& id, Direction direction);

  private:
    QString nameOf(ContactId contact);

    Ledger& ledger_;
    Events& events_;
    crypto::Random& random_;
    const Clock& clock_;
    FileWords describeFile_;
};

}  // namespace sesame::client
