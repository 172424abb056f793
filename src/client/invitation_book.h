// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/group_conversation.h"
#include "client/invitation_time.h"
#include "client/rule_book.h"

#include "sesame/trigger/judge.h"

namespace sesame::client {

/// Invitations to send a phrase back, on both sides, each with the signed rule as it was then (S09). One
/// thread.
class InvitationBook {
  public:
    static constexpr std::size_t kMostOpen = 50;

    InvitationBook(Ledger& ledger, ContactBook& contacts, Conversation& conversation,
                   GroupConversation& groups, Diary& diary, Outbox& outbox, RuleBook& rules, Events& events,
                   crypto::Random& random, const Clock& clock, std::string bootId);

    /// Who knows whether this user and a contact are in a group now; what is given in one needs it.
    using Together = std::function<bool(const store::ContactRecord& contact, const store::GroupId& group)>;
    void lookAtGroups(Together together) { together_ = std::move(together); }

    // As the helper. In a group: what the receiver says there answers it, and nothing else.
    Result<MessageId> invite(ContactId receiver, const RuleId& rule,
                             const std::optional<store::GroupId>& group = {});
    Status withdraw(const MessageId& id);
    struct Open {
        store::InvitationRecord record;
        trigger::Rule rule;
    };
    /// Those to this receiver that are open. Without wishes, and without those in groups.
    std::vector<Open> sent(const store::ContactRecord& receiver);

    // As the receiver.
    Status received(const store::ContactRecord& helper, const Content& content, const InvitationContent& body,
                    const std::optional<store::GroupId>& group = {});
    /// Those of this helper that the receiver may grant now: signature, version and both clocks are looked at
    /// anew. Without wishes, and without those in groups.
    std::vector<Open> grantable(const store::ContactRecord& helper);
    /// Those that they gave in this group.
    std::vector<Open> grantableIn(const store::GroupId& group, const store::ContactRecord& helper);
    /// Those that they gave in a group, whichever.
    std::vector<Open> grantableInGroups(const store::ContactRecord& helper);
    /// This one, a wish that the helper said yes to among them, and wherever it was given.
    std::optional<Open> grantable(const store::ContactRecord& helper, const MessageId& id);

    /// The user said No. Part of the caller's transaction.
    Status decline(const store::ContactRecord& helper, const MessageId& id);

    // Both. Part of the caller's transaction.
    Status answered(const store::ContactRecord& from, const InvitationAnswerContent& answer);
    Status setState(const store::ContactRecord& contact, const MessageId& id, InvitationState state);
    /// A newer version of the rule is on file: what was invited before is void.
    Status voidOlder(const store::ContactRecord& contact, Direction direction);
    Status voidAll(const store::ContactRecord& contact);
    /// Only those in this group.
    Status voidAll(const store::ContactRecord& contact, const store::GroupId& group);
    /// Looks at the clocks: ends what is over. Call now and then.
    void expire();

  private:
    using Place = std::function<bool(const std::optional<store::GroupId>& group)>;
    std::vector<Open> grantableAt(const Place& place, const store::ContactRecord& helper);
    Status show(const store::InvitationRecord& record, const store::ContactRecord& contact,
                const Content& content, const trigger::Rule& rule);
    Result<bool> isTaken(const MessageId& id);
    std::optional<Open> grantable(const store::ContactRecord& helper, const store::InvitationRecord& record);
    bool matchesRule(const store::ContactRecord& contact, const store::InvitationRecord& record);
    Status refuse(const store::ContactRecord& helper, const char* why);
    Status makeRoom(const store::ContactRecord& contact, Direction direction, const RuleId& rule);
    void expireOf(const store::ContactRecord& contact, Direction direction);

    Ledger& ledger_;
    ContactBook& contacts_;
    Conversation& conversation_;
    GroupConversation& groups_;
    Diary& diary_;
    Outbox& outbox_;
    RuleBook& rules_;
    Events& events_;
    crypto::Random& random_;
    const Clock& clock_;
    InvitationTime time_;
    Together together_ = [](const store::ContactRecord&, const store::GroupId&) { return false; };
};

/// Those of them that are judged at this place, for the judge.
trigger::RuleTable tableOf(const std::vector<InvitationBook::Open>& open, trigger::JudgePlace place);
/// The one whose rule the judge has found in such a table.
const InvitationBook::Open& foundIn(const std::vector<InvitationBook::Open>& open,
                                    const trigger::Verdict& verdict);

}  // namespace sesame::client
