// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/outbox.h"
#include "client/rule_book.h"
#include "client/tag_table.h"

namespace sesame::client {

/// The helper's half of judging at the hub: for each receiver a key and a table of tags, made anew whenever a
/// rule that is judged there changes or goes. The receiver is told the key, the hub the tags, and again until
/// it has them. One thread.
class TagBook : public QObject {
  public:
    TagBook(Ledger& ledger, AccountKeeper& account, ContactBook& contacts, Conversation& conversation,
            Outbox& outbox, RuleBook& rules, HubConnection& hub, crypto::Random& random, const Clock& clock);

    /// The rules for them, or their key, may be others now. Part of the caller's transaction.
    Status follow(const store::ContactRecord& receiver);
    /// An invitation goes to them: says key and tags once more, in case one of the two was lost. Part of the
    /// caller's transaction.
    Status accompany(const store::ContactRecord& receiver, const RuleId& rule);
    /// The hub forgets the tags of a pair when one blocks the other.
    void blockChanged(ContactId id);

    /// After a log-in. `mostTags`: what the hub keeps for one pair; 0: it recognises nothing.
    void welcomed(std::uint32_t mostTags);
    /// Hands in whatever the hub does not have yet.
    void tellHub();
    /// False once a hub is known to recognise nothing.
    bool hubRecognises() const { return mostTags_ != 0U; }

  private:
    std::optional<TagTable> tableOf(ContactId receiver);
    Status sendKey(const store::ContactRecord& receiver, const TagTable& table);
    Status forgetTold(ContactId receiver);
    void tellHub(ContactId id);
    void publish(const store::ContactRecord& receiver, const TagTable& table, const std::string& goal);
    void published(ContactId id, const std::string& goal, const wire::pb::HubFrame& answer);
    void cannot(ContactId id, const std::string& goal, Notice why);
    std::string goalOf(const TagTable& table) const;

    Ledger& ledger_;
    AccountKeeper& account_;
    ContactBook& contacts_;
    Conversation& conversation_;
    Outbox& outbox_;
    RuleBook& rules_;
    HubConnection& hub_;
    crypto::Random& random_;
    const Clock& clock_;
    std::optional<std::uint32_t> mostTags_;
    std::set<ContactId> asking_;
    std::set<ContactId> refused_;  // since the last log-in or invitation
};

}  // namespace sesame::client
