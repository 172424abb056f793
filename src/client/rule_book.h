// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/outbox.h"
#include "client/stored_rule.h"

#include "sesame/client/rule_sets.h"
#include "sesame/trigger/judge.h"

namespace sesame::client {

/// The rules between this account and each contact: ours for them (Outgoing) and theirs for us (Incoming).
/// Every rule is checked when it is made and again when it arrives. One thread.
class RuleBook {
  public:
    /// Of one helper, with those that were removed: their versions must be remembered (S10).
    static constexpr std::size_t kMostRules = 200;

    RuleBook(Ledger& ledger, AccountKeeper& account, ContactBook& contacts, Conversation& conversation,
             Diary& diary, Outbox& outbox, Events& events, crypto::Random& random, const Clock& clock);

    // As the helper.
    Result<RuleId> save(ContactId receiver, const std::optional<RuleId>& id, const std::string& phrase,
                        const trigger::Command& command, const RuleTerms& terms,
                        std::optional<trigger::RuleProblem>* problem);
    /// Several that were checked before, made for this receiver by this account. Part of the caller's
    /// transaction.
    Status saveAll(const store::ContactRecord& receiver, const std::vector<trigger::Rule>& rules);
    Status remove(ContactId receiver, const RuleId& id);
    /// The receiver has taken what was offered to them: it is in the table from now on, unless a newer
    /// version is. Part of the caller's transaction.
    Status adopt(const store::ContactRecord& receiver, const trigger::SignedRule& signedRule);
    /// The current version, signed; Refused when it is removed or not in use.
    Result<trigger::SignedRule> current(ContactId receiver, const RuleId& id);
    /// Those in use, made for the key that they have now, whose phrase is recognised at the hub.
    std::vector<trigger::Candidate> judgedAtHub(const store::ContactRecord& receiver);
    /// Where the picture, sound or clip of the rule is on this computer, as the user said; empty if it has
    /// none.
    QString mediaFile(const RuleId& id) const;
    void delivered(ContactId receiver, const MessageId& mail);
    /// Mails with rules that are not known to have arrived.
    std::vector<MessageId> undelivered(ContactId receiver);

    // As the receiver.
    /// Part of the caller's transaction. Ok when the rule is on file now, as it is or already was; Refused,
    /// Malformed or Changed (older than what is on file) otherwise.
    Status take(const store::ContactRecord& helper, const trigger::SignedRule& signedRule);
    /// What became of a rule that was looked at next to the others.
    struct Fit {
        RowFate fate = RowFate::New;
        std::optional<trigger::RuleProblem> problem{};  ///< Refused: why, where it is the rule itself
        std::string former{};                           ///< Replaces: the phrase it had before
    };
    /// What would become of rules that are taken together, one after the other.
    std::vector<Fit> look(const store::ContactRecord& helper, const std::vector<trigger::SignedRule>& rules);
    /// Takes those that are good, as the user wants it, and nothing of the others. Part of the caller's
    /// transaction.
    Result<std::vector<Fit>> takeAccepted(const store::ContactRecord& helper,
                                          const std::vector<trigger::SignedRule>& rules);
    /// Says which rules may not come as an update or with an invitation, because they wait for an answer.
    using Withheld = std::function<bool(const store::ContactRecord& helper, const RuleId& rule)>;
    void withhold(Withheld withheld) { withheld_ = std::move(withheld); }
    /// Opens a signed rule of theirs for us. Pure.
    Result<trigger::Rule> open(const store::ContactRecord& helper,
                               const trigger::SignedRule& signedRule) const;
    /// Is this very version the one in use (S09, S10)?
    bool isCurrent(const store::ContactRecord& helper, const trigger::SignedRule& signedRule);
    /// The rule of theirs whose phrase this text equals, in any state but removed.
    std::optional<trigger::Rule> withPhrase(const store::ContactRecord& helper, const std::string& text);

    QList<RuleView> views(ContactId contact, Direction direction);
    /// Is there one, in any state but removed?
    bool any(ContactId contact, Direction direction);

    struct Known {
        store::RuleRecord record;
        trigger::Rule rule;
    };
    /// All on file, tombstones included.
    std::vector<Known> known(ContactId contact, Direction direction);
    static std::vector<trigger::Rule> inUse(const std::vector<Known>& known);

  private:
    Fit fit(const std::vector<Known>& known, const trigger::Rule& rule, const Bytes& bytes) const;
    Fit walk(const store::ContactRecord& helper, std::vector<Known>& known, const trigger::SignedRule& rule);
    Status sendUpdates(const store::ContactRecord& receiver, const std::vector<trigger::Rule>& rules,
                       const std::vector<trigger::SignedRule>& signedRules);
    Status publish(const store::ContactRecord& receiver, const trigger::Rule& rule);
    Status noteSent(ContactId receiver, const MessageId& mail, const trigger::Rule& rule);
    void announce(ContactId contact);

    Ledger& ledger_;
    AccountKeeper& account_;
    ContactBook& contacts_;
    Conversation& conversation_;
    Diary& diary_;
    Outbox& outbox_;
    Events& events_;
    crypto::Random& random_;
    const Clock& clock_;
    Withheld withheld_ = [](const store::ContactRecord&, const RuleId&) { return false; };
};

/// Has the time gone by for which it was made?
bool isOver(const trigger::Rule& rule, std::int64_t nowMs);
/// For how long a rule was made, in days; 0: no end.
std::uint32_t daysOf(const trigger::Rule& rule);
/// The end of a rule that is made now.
std::int64_t endOf(std::int64_t nowMs, std::uint32_t days);

}  // namespace sesame::client
