// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/invitation_book.h"

#include "client/message_row.h"
#include "client/qt_text.h"
#include "client/wish.h"

#include <algorithm>

namespace sesame::client {
namespace {

// As which it stands with whoever made it, and may take it back: the helper, or the receiver who had a wish.
Direction madeBy(const store::InvitationRecord& record) {
    return record.wish.empty() ? Direction::Outgoing : Direction::Incoming;
}

// No invitation outlives its rule.
std::int64_t withinLifeOf(const trigger::Rule& rule, std::int64_t untilMs) {
    return rule.expiresMs == 0 ? untilMs : std::min(untilMs, rule.expiresMs);
}

Direction opposite(Direction direction) {
    return direction == Direction::Outgoing ? Direction::Incoming : Direction::Outgoing;
}

}  // namespace

InvitationBook::InvitationBook(Ledger& ledger, ContactBook& contacts, Conversation& conversation,
                               GroupConversation& groups, Diary& diary, Outbox& outbox, RuleBook& rules,
                               Events& events, crypto::Random& random, const Clock& clock, std::string bootId)
    : ledger_(ledger),
      contacts_(contacts),
      conversation_(conversation),
      groups_(groups),
      diary_(diary),
      outbox_(outbox),
      rules_(rules),
      events_(events),
      random_(random),
      clock_(clock),
      time_(clock, std::move(bootId)) {
}

Result<MessageId> InvitationBook::invite(ContactId receiver, const RuleId& ruleId,
                                         const std::optional<store::GroupId>& group) {
    SESAME_TRY_ASSIGN(const auto contact, contacts_.get(receiver));
    if (!ContactBook::mayAsk(contact))
        return Error{ErrorCode::Refused, "not an accepted contact"};
    SESAME_TRY_ASSIGN(const auto signedRule, rules_.current(receiver, ruleId));
    SESAME_TRY_ASSIGN(const auto rule, trigger::openRule(signedRule));
    if (rule.receiver != contact.identity)
        return Error{ErrorCode::Changed, "made for their former key"};
    const std::int64_t now = clock_.wallMs();
    if (isOver(rule, now))
        return Error{ErrorCode::Expired, "the time of the rule is over"};
    const std::int64_t until = withinLifeOf(rule, now + InvitationTime::kLifeMs);
    const Content content{random_.messageId(), now,
                          group ? Content::Body(GroupInvitationContent{*group, signedRule, until})
                                : Content::Body(InvitationContent{signedRule, until})};
    store::InvitationRecord record;
    record.id = content.id;
    record.contact = receiver;
    record.direction = Direction::Outgoing;
    record.ruleHash = trigger::hashOf(signedRule);
    record.rule = signedRule.rule;
    record.ruleSignature = toBytes(signedRule.signature);
    record.expiresMs = until;
    record.group = group;
    time_.stamp(record);
    const Status sent = ledger_.transact([&]() -> Status {
        SESAME_TRY(makeRoom(contact, Direction::Outgoing, rule.id));
        SESAME_TRY(ledger_.store().saveInvitation(record));
        SESAME_TRY(show(record, contact, content, rule));
        SESAME_TRY(diary_.record("invited", contact, toStd(wording::command(rule.command))));
        return outbox_.post(contact, content);
    });
    if (!sent)
        return sent.error();
    return content.id;
}

// Where it was given: in the conversation of the two, or among the rows of a group.
Status InvitationBook::show(const store::InvitationRecord& record, const store::ContactRecord& contact,
                            const Content& content, const trigger::Rule& rule) {
    if (!record.group) {
        SESAME_TRY(conversation_.add(
            messageRow(content, contact.id, record.direction, MessageKind::Invitation, rule.phrase)));
        return {};
    }
    const bool own = record.direction == Direction::Outgoing;
    store::GroupMessageRecord row;
    row.id = content.id;
    row.group = *record.group;
    row.sender = own ? ContactId() : contact.id;
    row.kind = MessageKind::Invitation;
    row.sentMs = content.sentMs;
    row.text = rule.phrase;
    row.mail = content.id;
    std::vector<store::GroupCopyRecord> copies;
    if (own)
        copies.push_back({0, contact.handle, contact.id, content.id, Delivery::Sending, {}});
    SESAME_TRY(groups_.add(std::move(row), std::move(copies)));
    return {};
}

Result<bool> InvitationBook::isTaken(const MessageId& id) {
    SESAME_TRY_ASSIGN(const auto message, ledger_.store().message(id));
    SESAME_TRY_ASSIGN(const auto inGroup, ledger_.store().groupMessage(id));
    return message || inGroup;
}

Status InvitationBook::withdraw(const MessageId& id) {
    SESAME_TRY_ASSIGN(const auto found, ledger_.store().invitation(id));
    if (!found || found->direction != madeBy(*found))
        return Error{ErrorCode::NotFound, "no such invitation"};
    if (found->state != InvitationState::Open && found->state != InvitationState::Asked)
        return Error{ErrorCode::Expired, "not open any more"};
    SESAME_TRY_ASSIGN(const auto contact, contacts_.get(found->contact));
    return ledger_.transact([&]() -> Status {
        SESAME_TRY(setState(contact, id, InvitationState::Withdrawn));
        return outbox_.post(contact,
                            {random_.messageId(), clock_.wallMs(),
                             InvitationAnswerContent{id, InvitationAnswerContent::Answer::Withdrawn}});
    });
}

std::vector<InvitationBook::Open> InvitationBook::sent(const store::ContactRecord& receiver) {
    std::vector<Open> out;
    const auto records = ledger_.store().openInvitations(receiver.id, Direction::Outgoing);
    if (!records || !ContactBook::mayAsk(receiver))
        return out;
    for (const auto& record : *records) {
        if (!record.wish.empty() || record.group || time_.isOver(record))
            continue;
        auto rule = trigger::openRule(signedRuleOf(record.rule, record.ruleSignature));
        if (rule && rule->receiver == receiver.identity)
            out.push_back({record, *std::move(rule)});
    }
    return out;
}

Status InvitationBook::refuse(const store::ContactRecord& helper, const char* why) {
    SESAME_TRY(diary_.record("invitation-refused", helper, why));
    return conversation_.notice(helper.id, Notice::InvitationRefused, why);
}

Status InvitationBook::received(const store::ContactRecord& helper, const Content& content,
                                const InvitationContent& body, const std::optional<store::GroupId>& group) {
    const auto rule = rules_.open(helper, body.rule);
    if (!rule)
        return refuse(helper, name(rule.error().code));
    // In a group only what is said there counts, and nobody but this client looks at it.
    if (group && (rule->media || rule->judgedAt != trigger::JudgePlace::Receiver))
        return refuse(helper, name(ErrorCode::Refused));
    if (isOver(*rule, clock_.wallMs()))
        return refuse(helper, name(ErrorCode::Expired));
    // The rule may have been overtaken by its invitation; it then arrives here.
    Status onFile = rules_.take(helper, body.rule);
    if (!onFile && (onFile.error().code == ErrorCode::Io || onFile.error().code == ErrorCode::Full))
        return onFile;
    if (!onFile || rule->removed || !rules_.isCurrent(helper, body.rule))
        return refuse(helper, name(onFile ? ErrorCode::Changed : onFile.error().code));
    SESAME_TRY(voidOlder(helper, Direction::Incoming));

    store::InvitationRecord record;
    record.id = content.id;
    record.contact = helper.id;
    record.direction = Direction::Incoming;
    record.ruleHash = trigger::hashOf(body.rule);
    record.rule = body.rule.rule;
    record.ruleSignature = toBytes(body.rule.signature);
    record.expiresMs = withinLifeOf(*rule, body.expiresMs);
    record.group = group;
    time_.stamp(record);
    if (time_.isOver(record))
        record.state = InvitationState::Expired;
    SESAME_TRY_ASSIGN(const bool taken, isTaken(content.id));
    if (taken)
        return Error{ErrorCode::Refused, "the id is in use"};
    SESAME_TRY(makeRoom(helper, Direction::Incoming, rule->id));
    SESAME_TRY(ledger_.store().saveInvitation(record));
    SESAME_TRY(show(record, helper, content, *rule));
    return diary_.record(record.state == InvitationState::Open ? "invited" : "expired", helper,
                         toStd(wording::command(rule->command)));
}

// One open invitation for each rule, wherever it was given, and not too many in all (S37). Nothing of this is
// told: each side does it for itself when the new one is made and when it arrives.
Status InvitationBook::makeRoom(const store::ContactRecord& contact, Direction direction,
                                const RuleId& rule) {
    SESAME_TRY_ASSIGN(const auto open, ledger_.store().openInvitations(contact.id, direction));
    std::size_t left = open.size();
    for (const auto& record : open) {
        const auto other = trigger::openRule(signedRuleOf(record.rule, record.ruleSignature));
        if ((other && other->id == rule) || left >= kMostOpen) {
            SESAME_TRY(setState(contact, record.id, InvitationState::Expired));
            --left;
        }
    }
    return {};
}

std::vector<InvitationBook::Open> InvitationBook::grantable(const store::ContactRecord& helper) {
    return grantableAt([](const auto& given) { return !given; }, helper);
}

std::vector<InvitationBook::Open> InvitationBook::grantableIn(const store::GroupId& group,
                                                              const store::ContactRecord& helper) {
    return grantableAt([&group](const auto& given) { return given == group; }, helper);
}

std::vector<InvitationBook::Open> InvitationBook::grantableInGroups(const store::ContactRecord& helper) {
    return grantableAt([](const auto& given) { return given.has_value(); }, helper);
}

std::vector<InvitationBook::Open> InvitationBook::grantableAt(const Place& place,
                                                              const store::ContactRecord& helper) {
    std::vector<Open> out;
    const auto records = ledger_.store().openInvitations(helper.id, Direction::Incoming);
    if (!records || !ContactBook::mayAsk(helper))
        return out;
    for (const auto& record : *records)
        if (auto open = record.wish.empty() && place(record.group) ? grantable(helper, record) : std::nullopt)
            out.push_back(std::move(*open));
    return out;
}

std::optional<InvitationBook::Open> InvitationBook::grantable(const store::ContactRecord& helper,
                                                              const MessageId& id) {
    const auto record = ledger_.store().invitation(id);
    if (!record || !*record || !ContactBook::mayAsk(helper))
        return std::nullopt;
    return grantable(helper, **record);
}

std::optional<InvitationBook::Open> InvitationBook::grantable(const store::ContactRecord& helper,
                                                              const store::InvitationRecord& record) {
    if (record.contact != helper.id || record.direction != Direction::Incoming ||
        record.state != InvitationState::Open || time_.isOver(record) ||
        (record.group && !together_(helper, *record.group)))
        return std::nullopt;
    const trigger::SignedRule signedRule = signedRuleOf(record.rule, record.ruleSignature);
    const auto rule = rules_.open(helper, signedRule);
    if (!rule || trigger::hashOf(signedRule) != record.ruleHash)
        return std::nullopt;
    // A rule for a wish is in no table: it is current for that wish alone.
    if (record.wish.empty() ? !rules_.isCurrent(helper, signedRule) : rule->wish != wishHashOf(record))
        return std::nullopt;
    return Open{record, *rule};
}

Status InvitationBook::answered(const store::ContactRecord& from, const InvitationAnswerContent& answer) {
    using Answer = InvitationAnswerContent::Answer;
    SESAME_TRY_ASSIGN(const auto found, ledger_.store().invitation(answer.invitation));
    // Only who made it withdraws it, only the receiver declines, each only their own.
    const bool withdrawn = answer.answer == Answer::Withdrawn;
    if (!found || found->contact != from.id ||
        found->direction != (withdrawn ? opposite(madeBy(*found)) : Direction::Outgoing))
        return Error{ErrorCode::Refused, "not an invitation of theirs"};
    if (found->state != InvitationState::Open && found->state != InvitationState::Asked)
        return {};
    return setState(
        from, answer.invitation,
        answer.answer == Answer::Withdrawn ? InvitationState::Withdrawn : InvitationState::Declined);
}

Status InvitationBook::decline(const store::ContactRecord& helper, const MessageId& id) {
    SESAME_TRY(setState(helper, id, InvitationState::Declined));
    return outbox_.post(helper, {random_.messageId(), clock_.wallMs(),
                                 InvitationAnswerContent{id, InvitationAnswerContent::Answer::Declined}});
}

Status InvitationBook::setState(const store::ContactRecord& contact, const MessageId& id,
                                InvitationState state) {
    static constexpr const char* kEvents[] = {"",          "open",    "used", "declined",
                                              "withdrawn", "expired", "asked"};
    SESAME_TRY(ledger_.store().setInvitationState(id, state));
    SESAME_TRY(diary_.record(kEvents[static_cast<std::size_t>(state)], contact, {}));
    conversation_.announceChange(id);
    groups_.announceChange(id);
    ledger_.afterCommit([this, id] { Q_EMIT events_.invitationClosed(id); });
    return {};
}

bool InvitationBook::matchesRule(const store::ContactRecord& contact, const store::InvitationRecord& record) {
    if (!record.wish.empty())
        return true;
    const trigger::SignedRule signedRule = signedRuleOf(record.rule, record.ruleSignature);
    if (record.direction == Direction::Incoming)
        return rules_.isCurrent(contact, signedRule);
    const auto rule = trigger::openRule(signedRule);
    const auto current = rule ? rules_.current(contact.id, rule->id)
                              : Result<trigger::SignedRule>(Error{ErrorCode::NotFound, ""});
    return current && current->rule == record.rule;
}

Status InvitationBook::voidOlder(const store::ContactRecord& contact, Direction direction) {
    SESAME_TRY_ASSIGN(const auto open, ledger_.store().openInvitations(contact.id, direction));
    for (const auto& record : open) {
        if (matchesRule(contact, record))
            continue;
        SESAME_TRY(setState(contact, record.id, InvitationState::Withdrawn));
        if (direction == Direction::Incoming)
            SESAME_TRY(conversation_.notice(contact.id, Notice::RuleChanged));
    }
    return {};
}

Status InvitationBook::voidAll(const store::ContactRecord& contact) {
    for (const Direction direction : {Direction::Incoming, Direction::Outgoing}) {
        SESAME_TRY_ASSIGN(const auto open, ledger_.store().openInvitations(contact.id, direction));
        for (const auto& record : open)
            SESAME_TRY(setState(contact, record.id, InvitationState::Withdrawn));
    }
    return {};
}

Status InvitationBook::voidAll(const store::ContactRecord& contact, const store::GroupId& group) {
    for (const Direction direction : {Direction::Incoming, Direction::Outgoing}) {
        SESAME_TRY_ASSIGN(const auto open, ledger_.store().openInvitations(contact.id, direction));
        for (const auto& record : open)
            if (record.group == group)
                SESAME_TRY(setState(contact, record.id, InvitationState::Withdrawn));
    }
    return {};
}

void InvitationBook::expire() {
    for (const auto& contact : contacts_.all())
        for (const Direction direction : {Direction::Incoming, Direction::Outgoing})
            expireOf(contact, direction);
}

void InvitationBook::expireOf(const store::ContactRecord& contact, Direction direction) {
    const auto open = ledger_.store().openInvitations(contact.id, direction);
    if (!open)
        return;
    for (const auto& record : *open)
        if (time_.isOver(record))
            static_cast<void>(
                ledger_.transact([&] { return setState(contact, record.id, InvitationState::Expired); }));
}

trigger::RuleTable tableOf(const std::vector<InvitationBook::Open>& open, trigger::JudgePlace place) {
    std::vector<trigger::Candidate> candidates;
    for (const auto& one : open)
        if (one.rule.judgedAt == place)
            candidates.push_back({one.record.ruleHash, one.rule});
    return trigger::RuleTable(std::move(candidates));
}

const InvitationBook::Open& foundIn(const std::vector<InvitationBook::Open>& open,
                                    const trigger::Verdict& verdict) {
    const auto found = std::find_if(open.begin(), open.end(), [&](const auto& one) {
        return one.record.ruleHash == verdict.candidate->hash;
    });
    SESAME_ASSERT(found != open.end());
    return *found;
}

}  // namespace sesame::client
