// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/wish_book.h"

#include "client/message_row.h"
#include "client/qt_text.h"
#include "client/wish.h"

namespace sesame::client {

WishBook::WishBook(Ledger& ledger, AccountKeeper& account, ContactBook& contacts, Conversation& conversation,
                   Diary& diary, Outbox& outbox, RuleBook& rules, InvitationBook& invitations, Events& events,
                   crypto::Random& random, const Clock& clock, std::string bootId)
    : ledger_(ledger),
      account_(account),
      contacts_(contacts),
      conversation_(conversation),
      diary_(diary),
      outbox_(outbox),
      rules_(rules),
      invitations_(invitations),
      events_(events),
      random_(random),
      clock_(clock),
      time_(clock, std::move(bootId)) {
}

store::InvitationRecord WishBook::recordOf(const Content& content, ContactId contact,
                                           Direction direction) const {
    store::InvitationRecord record;
    record.id = content.id;
    record.contact = contact;
    record.direction = direction;
    record.state = InvitationState::Asked;
    record.wish = encode(content);
    record.expiresMs = clock_.wallMs() + kAskedMs;
    time_.stamp(record);
    return record;
}

Result<MessageId> WishBook::ask(ContactId helperId, const std::string& text,
                                const trigger::Command& command) {
    SESAME_TRY_ASSIGN(const auto helper, contacts_.get(helperId));
    if (!ContactBook::mayAsk(helper))
        return Error{ErrorCode::Refused, "not an accepted contact"};
    if (text.empty() || text.size() > kMostWishBytes || trigger::checkCommand(command))
        return Error{ErrorCode::Malformed, "not something that can be asked for"};
    const Content content{random_.messageId(), clock_.wallMs(), WishContent{text, command}};
    const Status sent = ledger_.transact([&]() -> Status {
        SESAME_TRY(closeOlder(helper, Direction::Incoming));
        SESAME_TRY(ledger_.store().saveInvitation(recordOf(content, helperId, Direction::Incoming)));
        SESAME_TRY(
            conversation_.add(messageRow(content, helperId, Direction::Outgoing, MessageKind::Wish, text)));
        SESAME_TRY(diary_.record("wished", helper, toStd(wording::command(command))));
        return outbox_.post(helper, content);
    });
    if (!sent)
        return sent.error();
    return content.id;
}

// One at a time: what has no answer yet gives way, and the other side does the same when the new one comes.
Status WishBook::closeOlder(const store::ContactRecord& contact, Direction direction) {
    SESAME_TRY_ASSIGN(const auto underWay, ledger_.store().openInvitations(contact.id, direction));
    for (const auto& record : underWay)
        if (record.state == InvitationState::Asked)
            SESAME_TRY(invitations_.setState(contact, record.id, InvitationState::Withdrawn));
    return {};
}

Status WishBook::received(const store::ContactRecord& receiver, const Content& content,
                          const WishContent& body) {
    if (!ContactBook::mayAsk(receiver))
        return Error{ErrorCode::Refused, "their key is not confirmed"};
    SESAME_TRY_ASSIGN(const auto taken, ledger_.store().message(content.id));
    if (taken)
        return Error{ErrorCode::Refused, "the id is in use"};
    SESAME_TRY(closeOlder(receiver, Direction::Outgoing));
    store::InvitationRecord record = recordOf(content, receiver.id, Direction::Outgoing);
    if (content.sentMs < clock_.wallMs() - kAskedMs)
        record.state = InvitationState::Expired;
    SESAME_TRY(ledger_.store().saveInvitation(record));
    SESAME_TRY(conversation_.add(
        messageRow(content, receiver.id, Direction::Incoming, MessageKind::Wish, body.text)));
    return diary_.record("wish-received", receiver, toStd(wording::command(body.command)));
}

std::optional<MessageId> WishBook::waiting(ContactId receiver) {
    const auto last = ledger_.store().lastMessage(receiver);
    if (!last || !*last || (*last)->kind != MessageKind::Wish || (*last)->direction != Direction::Incoming)
        return std::nullopt;
    const auto wish = ledger_.store().invitation((*last)->id);
    if (!wish || !*wish || (*wish)->state != InvitationState::Asked)
        return std::nullopt;
    return (*last)->id;
}

trigger::SignedRule WishBook::ruleFor(const store::InvitationRecord& wish, const WishContent& body,
                                      const PublicIdentity& receiver) {
    trigger::Rule rule;
    rule.id = random_.ruleId();
    rule.command = body.command;
    rule.helper = account_.identity().publicKey();
    rule.receiver = receiver;
    rule.createdMs = clock_.wallMs();
    rule.ways = {false, false};
    rule.wish = wishHashOf(wish);
    return trigger::sign(rule, account_.identity());
}

Status WishBook::answer(const MessageId& id, bool yes) {
    SESAME_TRY_ASSIGN(const auto found, ledger_.store().invitation(id));
    const auto body = found ? wishOf(*found) : std::nullopt;
    if (!body || found->direction != Direction::Outgoing)
        return Error{ErrorCode::NotFound, "no such wish"};
    if (found->state != InvitationState::Asked || time_.isOver(*found))
        return Error{ErrorCode::Expired, "not open any more"};
    SESAME_TRY_ASSIGN(const auto receiver, contacts_.get(found->contact));
    if (!ContactBook::mayAsk(receiver))
        return Error{ErrorCode::Refused, "not an accepted contact"};
    WishAnswerContent answer{id, wishHashOf(*found)};
    store::InvitationRecord wish = *found;
    return ledger_.transact([&]() -> Status {
        if (yes) {
            answer.rule = ruleFor(wish, *body, receiver.identity);
            SESAME_TRY(grant(wish, *answer.rule, kAskedMs));
            SESAME_TRY(diary_.record("wish-yes", receiver, toStd(wording::command(body->command))));
        } else {
            SESAME_TRY(invitations_.setState(receiver, id, InvitationState::Declined));
        }
        return outbox_.post(receiver, {random_.messageId(), clock_.wallMs(), answer});
    });
}

Status WishBook::grant(store::InvitationRecord& wish, const trigger::SignedRule& rule, std::int64_t forMs) {
    wish.rule = rule.rule;
    wish.ruleSignature = toBytes(rule.signature);
    wish.ruleHash = trigger::hashOf(rule);
    wish.expiresMs = clock_.wallMs() + forMs;
    time_.stamp(wish);
    SESAME_TRY(ledger_.store().grantWish(wish));
    conversation_.announceChange(wish.id);
    return {};
}

Status WishBook::refuse(const store::ContactRecord& helper, const char* why) {
    SESAME_TRY(diary_.record("wish-answer-refused", helper, why));
    return Error{ErrorCode::Refused, why};
}

// What runs is what was asked for: the helper cannot answer for something else, nor for more (S21).
Status WishBook::answered(const store::ContactRecord& helper, const WishAnswerContent& answer) {
    SESAME_TRY_ASSIGN(const auto found, ledger_.store().invitation(answer.wish));
    const auto body = found ? wishOf(*found) : std::nullopt;
    if (!body || found->contact != helper.id || found->direction != Direction::Incoming ||
        answer.hash != wishHashOf(*found))
        return refuse(helper, "an answer to nothing that was asked");
    if (found->state != InvitationState::Asked)
        return {};
    if (!answer.rule) {
        SESAME_TRY(invitations_.setState(helper, answer.wish, InvitationState::Declined));
        return conversation_.notice(helper.id, Notice::WishDeclined);
    }
    const auto rule = rules_.open(helper, *answer.rule);
    if (!rule || rule->removed || rule->wish != answer.hash || rule->command != body->command)
        return refuse(helper, "a yes to something else");
    if (time_.isOver(*found))
        return invitations_.setState(helper, answer.wish, InvitationState::Expired);
    store::InvitationRecord wish = *found;
    SESAME_TRY(grant(wish, *answer.rule, kOpenMs));
    SESAME_TRY(diary_.record("wish-answered", helper, toStd(wording::command(body->command))));
    ledger_.afterCommit([this, id = answer.wish] { Q_EMIT events_.wishGranted(id); });
    return {};
}

}  // namespace sesame::client
