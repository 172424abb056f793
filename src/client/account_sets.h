// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/invitation_book.h"
#include "client/offer_book.h"
#include "client/tag_book.h"

#include "sesame/client/rule_sets.h"

namespace sesame::client {

/// The rule sets of one account: what the windows and the command line ask for, put together from the table
/// and the offers. One thread.
class AccountSets final : public RuleSets {
  public:
    AccountSets(Ledger& ledger, AccountKeeper& account, ContactBook& contacts, RuleBook& rules,
                InvitationBook& invitations, TagBook& tags, OfferBook& offers, crypto::Random& random,
                const Clock& clock);

    /// Who knows whether this press may be a Yes now.
    using Trust = std::function<bool(Hand)>;
    void trustPresses(Trust trust) { trust_ = std::move(trust); }

    RuleSet gather(ContactId contact, const QString& name, const QList<RuleId>& rules) const override;
    QList<SetRowView> plan(ContactId receiver, const RuleSet& set, const QList<bool>& picked) const override;
    Result<int> import(ContactId receiver, const RuleSet& set, const QList<bool>& picked) override;
    Result<MessageId> offer(ContactId receiver, const RuleSet& set) override;
    Status withdraw(const MessageId& offer) override;
    bool isOnlyOffered(ContactId receiver, const RuleId& rule) const override;
    Result<QList<SetRowView>> answer(const MessageId& offer, bool yes, Hand hand) override;
    QList<OfferView> offers(Direction direction) const override;
    Result<QList<SetRowView>> rows(const MessageId& offer) const override;

    // What other clients say. Part of the transaction that takes their mail.
    Status received(const store::ContactRecord& helper, const Content& content, const RuleOfferContent& body);
    Status received(const store::ContactRecord& from, const RuleOfferAnswerContent& answer);

    /// Part of the caller's transaction: no offer between the two is open any more.
    Status voidAll(const store::ContactRecord& contact);
    /// Ends what nobody answered in time.
    void expire();

  private:
    Result<store::ContactRecord> mayAsk(ContactId receiver) const;
    std::vector<PlannedRule> planned(const store::ContactRecord& receiver, const RuleSet& set,
                                     const QList<bool>& picked) const;
    QList<SetRowView> shown(const store::OfferRecord& record, const std::vector<RuleBook::Fit>& fits) const;
    /// The table for a receiver is another one now.
    Status followTable(const store::ContactRecord& receiver);
    void announce();

    Ledger& ledger_;
    AccountKeeper& account_;
    ContactBook& contacts_;
    RuleBook& rules_;
    InvitationBook& invitations_;
    TagBook& tags_;
    OfferBook& offers_;
    crypto::Random& random_;
    const Clock& clock_;
    Trust trust_ = [](Hand) { return true; };
};

}  // namespace sesame::client
