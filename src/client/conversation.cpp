// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/conversation.h"

#include "client/outcome_row.h"
#include "client/qt_text.h"
#include "client/set_wording.h"
#include "client/stored_rule.h"
#include "client/wish.h"

#include <algorithm>

namespace sesame::client {
namespace {

bool waits(const MessageView& row) {
    if (!row.invitation)
        return false;
    const auto state = row.invitation->state;
    const bool own = row.direction == Direction::Outgoing;
    if (row.kind == MessageKind::Wish)
        return state == (own ? InvitationState::Open : InvitationState::Asked);
    return !own && state == InvitationState::Open && row.invitation->ways.buttons;
}

}  // namespace

Result<bool> Conversation::add(store::MessageRecord record) {
    // A sender whose clock is fast would stay on top of the list of people.
    record.sentMs = std::min(record.sentMs, clock_.wallMs());
    SESAME_TRY_ASSIGN(const bool added, ledger_.store().addMessage(record));
    if (added) {
        ledger_.afterCommit([this, record] {
            Q_EMIT events_.messageAdded(view(record));
            Q_EMIT events_.contactChanged(record.contact);
        });
    }
    return added;
}

Status Conversation::notice(ContactId contact, Notice code, const std::string& argument) {
    store::MessageRecord record;
    record.id = random_.messageId();
    record.contact = contact;
    record.direction = Direction::Outgoing;  // so that it is never unread and never acknowledged
    record.kind = MessageKind::Notice;
    record.sentMs = clock_.wallMs();
    record.text = codeOf(code);
    record.extra = argument;
    SESAME_TRY(add(std::move(record)));
    return {};
}

Status Conversation::setDelivery(const MessageId& id, Delivery delivery, const std::string& reason) {
    SESAME_TRY_ASSIGN(const auto row, ledger_.store().message(id));
    // An outcome shows no delivery state: the room for a reason holds its target.
    if (row && row->kind == MessageKind::Outcome)
        return {};
    SESAME_TRY(ledger_.store().setDelivery(id, delivery, reason));
    announceChange(id);
    return {};
}

void Conversation::announceChange(const MessageId& id) {
    ledger_.afterCommit([this, id] {
        const auto record = ledger_.store().message(id);
        if (record && *record)
            Q_EMIT events_.messageChanged(view(**record));
    });
}

QList<MessageView> Conversation::history(ContactId contact, std::int64_t beforeOrder, int limit) {
    QList<MessageView> out;
    const auto records = ledger_.store().history(contact, beforeOrder, limit);
    if (records)
        for (const auto& record : *records)
            out.append(view(record));
    return out;
}

QList<MessageView> Conversation::search(const std::string& words, int limit) {
    QList<MessageView> out;
    const auto records = ledger_.store().search(words, limit);
    if (records)
        for (const auto& record : *records)
            out.append(view(record));
    return out;
}

std::optional<MessageView> Conversation::last(ContactId contact) {
    const auto record = ledger_.store().lastMessage(contact);
    return record && *record ? std::optional(view(**record)) : std::nullopt;
}

std::optional<MessageView> Conversation::awaited(ContactId contact) {
    std::optional<MessageView> newest;
    for (const Direction direction : {Direction::Incoming, Direction::Outgoing}) {
        const auto underWay = ledger_.store().openInvitations(contact, direction);
        if (!underWay)
            return std::nullopt;
        for (const auto& record : *underWay) {
            const auto row = ledger_.store().message(record.id);
            if (!row || !*row)
                continue;
            MessageView shown = view(**row);
            if (waits(shown) && (!newest || shown.order > newest->order))
                newest = std::move(shown);
        }
    }
    return newest;
}

MessageView Conversation::view(const store::MessageRecord& record) {
    MessageView out;
    out.id = record.id;
    out.contact = record.contact;
    out.order = record.order;
    out.direction = record.direction;
    out.kind = record.kind;
    out.delivery = record.delivery;
    out.time = QDateTime::fromMSecsSinceEpoch(record.sentMs);
    switch (record.kind) {
        case MessageKind::Text:
            out.text = toQt(record.text);
            break;
        case MessageKind::Invitation:
        case MessageKind::Wish:
            out.invitation = invitation(record.id, record.direction);
            out.text = !out.invitation || !out.invitation->phrase.isEmpty() ? toQt(record.text)
                       : out.invitation->media ? wording::mediaWanted(*out.invitation->media)
                                               : wording::toldPhrase(nameOf(record.contact));
            break;
        case MessageKind::Outcome:
            out.text = outcomeText(record, nameOf(record.contact));
            break;
        case MessageKind::File:
            if (describeFile_)
                out.file = describeFile_(record, nameOf(record.contact));
            out.text = out.file ? wording::fileLine(*out.file) : QString();
            break;
        case MessageKind::RuleOffer:
            if (const auto offer = ledger_.store().offer(record.id); offer && *offer)
                out.offer = viewOf(**offer, nameOf(record.contact));
            out.text = out.offer ? wording::offer(*out.offer) : QString();
            break;
        case MessageKind::Notice:
            out.text = wording::notice(record.text, nameOf(record.contact), toQt(record.extra));
            break;
    }
    if (record.delivery == Delivery::Failed)
        out.reason = wording::failure(record.extra, nameOf(record.contact));
    return out;
}

std::optional<InvitationView> Conversation::invitation(const MessageId& id, Direction direction) {
    const auto found = ledger_.store().invitation(id);
    if (!found || !*found)
        return std::nullopt;
    const auto expires = QDateTime::fromMSecsSinceEpoch((*found)->expiresMs);
    if (const auto wish = wishOf(**found))
        return InvitationView{
            toQt(wish->text), wording::command(wish->command), (*found)->state, expires, {false, false}, {}};
    const auto rule = trigger::openRule(signedRuleOf((*found)->rule, (*found)->ruleSignature));
    if (!rule)
        return std::nullopt;
    const bool shown = direction == Direction::Outgoing || !rule->ways.told;
    return InvitationView{shown ? toQt(rule->phrase) : QString(),
                          wording::command(rule->command),
                          (*found)->state,
                          expires,
                          rule->ways,
                          rule->media ? std::optional(trigger::kindOf(*rule->media)) : std::nullopt};
}

QString Conversation::nameOf(ContactId contact) {
    const auto record = ledger_.store().contact(contact);
    if (!record || !*record)
        return {};
    return toQt((*record)->ownName.empty() ? (*record)->name : (*record)->ownName);
}

}  // namespace sesame::client
