// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/set_plan.h"

namespace sesame::client {

/// Offers of rule sets, on both sides: what state each is in, and how it got there. One thread.
class OfferBook {
  public:
    static constexpr std::int64_t kLifeMs = std::int64_t(RuleSets::kOfferDays) * 24 * 3600 * 1000;
    static constexpr std::size_t kMostOpen = RuleSets::kMostOpen;

    OfferBook(Ledger& ledger, AccountKeeper& account, ContactBook& contacts, Conversation& conversation,
              Diary& diary, Outbox& outbox, RuleBook& rules, crypto::Random& random, const Clock& clock,
              std::string bootId);

    // As the helper.
    Result<MessageId> offer(const store::ContactRecord& receiver, const std::string& name,
                            const std::vector<trigger::Rule>& rules);
    Status withdraw(const MessageId& id);

    // As the receiver.
    Status received(const store::ContactRecord& helper, const Content& content, const RuleOfferContent& body);
    /// Those of an offer that may be accepted now. Expired, NotFound, Refused.
    Result<store::OfferRecord> acceptable(const MessageId& id);
    /// The user said yes: takes what may be taken. Part of the caller's transaction.
    Result<std::vector<RuleBook::Fit>> accept(const store::OfferRecord& record);
    Status decline(const MessageId& id);
    /// A rule that waits for an answer, or was not wanted.
    bool isOnlyOffered(ContactId contact, Direction direction, const RuleId& rule);

    // Both.
    /// True when what was taken by them changed this user's table. Part of the caller's transaction.
    Result<bool> answered(const store::ContactRecord& from, const RuleOfferAnswerContent& answer);
    Result<store::OfferRecord> get(const MessageId& id);
    static std::vector<trigger::SignedRule> rulesOf(const store::OfferRecord& record);
    std::vector<store::OfferRecord> all(Direction direction);
    /// Part of the caller's transaction.
    Status voidAll(const store::ContactRecord& contact);
    /// True when there was one whose time is over.
    bool expire();
    /// What is said once more under the same id, while it still means something.
    std::optional<Content> again(const MessageId& id);

  private:
    using Answer = RuleOfferAnswerContent::Answer;
    Status begin(store::OfferRecord record, const store::ContactRecord& with, const Content& content,
                 const std::vector<RuleId>& rules);
    Status setState(const store::OfferRecord& record, store::OfferState state, std::uint32_t taken = 0);
    /// False when there is none.
    Result<bool> makeRoom(ContactId contact, Direction direction, const store::SetId& set);
    Status refuse(const store::ContactRecord& helper, const char* why, ErrorCode code);
    Status tell(const store::ContactRecord& to, const MessageId& offer, Answer answer,
                std::vector<RuleId> taken = {});
    Result<std::uint32_t> adopt(const store::ContactRecord& receiver, const store::OfferRecord& record,
                                const std::vector<RuleId>& taken);
    bool isOver(const store::OfferRecord& record) const;
    store::SetId setOf(const std::string& name) const;

    Ledger& ledger_;
    AccountKeeper& account_;
    ContactBook& contacts_;
    Conversation& conversation_;
    Diary& diary_;
    Outbox& outbox_;
    RuleBook& rules_;
    crypto::Random& random_;
    const Clock& clock_;
    const std::string bootId_;
};

}  // namespace sesame::client
