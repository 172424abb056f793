// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/conversation.h"
#include "client/diary.h"

#include <QSet>

namespace sesame::client {

/// Whom we know, with which key, and what they may do. One thread.
class ContactBook {
  public:
    ContactBook(Ledger& ledger, Events& events, Conversation& conversation, Diary& diary, const Clock& clock)
        : ledger_(ledger), events_(events), conversation_(conversation), diary_(diary), clock_(clock) {}

    Result<store::ContactRecord> get(ContactId id);
    std::optional<store::ContactRecord> byHandle(const std::string& handle);
    std::vector<store::ContactRecord> all();
    /// Saves and announces.
    Result<ContactId> save(const store::ContactRecord& contact);

    /// May anything of theirs be judged or granted now (S08, S45)?
    static bool mayAsk(const store::ContactRecord& contact) {
        return contact.state == ContactState::Accepted && !contact.newIdentity;
    }

    /// The hub or a mail shows another key than the one we know. Blocks all grants until acknowledged (S08).
    Status keyChanged(ContactId id, const PublicIdentity& identity);
    Status acknowledgeKey(ContactId id);
    Status setVerified(ContactId id, bool verified);
    Status rename(ContactId id, const QString& ownName);

    void setOnline(const std::string& handle, bool online);
    void allOffline();
    /// Handles of those whose presence we watch.
    std::vector<std::string> watched();

    ContactView view(const store::ContactRecord& contact);
    static QString nameOf(const store::ContactRecord& contact);

  private:
    Ledger& ledger_;
    Events& events_;
    Conversation& conversation_;
    Diary& diary_;
    const Clock& clock_;
    QSet<QString> online_;
};

}  // namespace sesame::client
