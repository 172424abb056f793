// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/group_conversation.h"

#include "client/qt_text.h"

#include <algorithm>

namespace sesame::client {

Result<bool> GroupConversation::add(store::GroupMessageRecord record,
                                    std::vector<store::GroupCopyRecord> copies) {
    record.sentMs = std::min(record.sentMs, clock_.wallMs());  // as Conversation::add()
    SESAME_TRY_ASSIGN(const bool added, ledger_.store().addGroupMessage(record));
    if (!added)
        return false;
    for (auto& copy : copies) {
        copy.message = record.order;
        SESAME_TRY(ledger_.store().addGroupCopy(copy));
    }
    ledger_.afterCommit([this, record] {
        Q_EMIT events_.groupMessageAdded(view(record));
        Q_EMIT events_.groupChanged(record.group);
    });
    return true;
}

Status GroupConversation::notice(const GroupId& group, GroupNotice code, const std::string& who,
                                 ContactId sender) {
    store::GroupMessageRecord record;
    record.id = random_.messageId();
    record.group = group;
    record.sender = sender;
    record.kind = MessageKind::Notice;
    record.sentMs = clock_.wallMs();
    record.text = codeOf(code);
    record.extra = who;
    SESAME_TRY(add(std::move(record)));
    return {};
}

Status GroupConversation::setDelivery(const MessageId& mail, Delivery delivery, const std::string& reason,
                                      std::optional<ContactId> contact) {
    SESAME_TRY_ASSIGN(const auto copy, ledger_.store().groupCopy(mail));
    if (!copy || (contact && copy->contact != *contact))
        return {};
    SESAME_TRY(ledger_.store().setGroupCopy(mail, delivery, reason));
    announce(copy->message);
    return {};
}

void GroupConversation::announce(std::int64_t order) {
    ledger_.afterCommit([this, order] {
        const auto record = ledger_.store().groupMessage(order);
        if (record && *record)
            Q_EMIT events_.groupMessageChanged(view(**record));
    });
}

void GroupConversation::announceChange(const MessageId& id) {
    const auto record = ledger_.store().groupMessage(id);
    if (record && *record)
        announce((*record)->order);
}

QList<GroupMessageView> GroupConversation::history(const GroupId& group, std::int64_t beforeOrder,
                                                   int limit) {
    QList<GroupMessageView> out;
    const auto records = ledger_.store().groupHistory(group, beforeOrder, limit);
    if (records)
        for (const auto& record : *records)
            out.append(view(record));
    return out;
}

QList<GroupMessageView> GroupConversation::search(const std::string& words, int limit) {
    QList<GroupMessageView> out;
    const auto records = ledger_.store().searchGroups(words, limit);
    if (records)
        for (const auto& record : *records)
            out.append(view(record));
    return out;
}

std::optional<GroupMessageView> GroupConversation::last(const GroupId& group) {
    const auto newest = history(group, 0, 1);
    return newest.isEmpty() ? std::nullopt : std::optional(newest.last());
}

std::vector<GroupMessageView> GroupConversation::awaited(const GroupId& group, ContactId helper) {
    std::vector<GroupMessageView> out;
    const auto open = ledger_.store().openInvitations(helper, Direction::Incoming);
    if (!open)
        return out;
    for (const auto& record : *open) {
        const auto row = record.group == group
                             ? ledger_.store().groupMessage(record.id)
                             : Result<std::optional<store::GroupMessageRecord>>(std::nullopt);
        // Whoever else in the group chose the same id for something of theirs asks nothing with it (S19).
        if (!row || !*row || (*row)->group != group || (*row)->sender != helper)
            continue;
        auto shown = view(**row);
        if (shown.invitation && shown.invitation->ways.buttons &&
            shown.invitation->state == InvitationState::Open)
            out.push_back(std::move(shown));
    }
    return out;
}

GroupMessageView GroupConversation::view(const store::GroupMessageRecord& record) {
    GroupMessageView out;
    out.id = record.id;
    out.group = record.group;
    out.order = record.order;
    out.sender = record.sender;
    out.senderName = nameOf(record.sender);
    out.kind = record.kind;
    out.time = QDateTime::fromMSecsSinceEpoch(record.sentMs);
    const Direction direction = record.sender.value == 0 ? Direction::Outgoing : Direction::Incoming;
    if (record.kind == MessageKind::Notice) {
        const bool renamed = record.text == codeOf(GroupNotice::Renamed);
        out.text = wording::groupNotice(record.text, renamed ? toQt(record.extra) : nameOf(record.extra),
                                        out.senderName);
    } else if (record.kind == MessageKind::Invitation) {
        out.invitation = conversation_.invitation(record.id, direction);
        out.text = out.invitation && out.invitation->phrase.isEmpty() ? wording::toldPhrase(out.senderName)
                                                                      : toQt(record.text);
    } else {
        out.text = toQt(record.text);
    }
    const auto copies = ledger_.store().groupCopies(record.order);
    if (copies)
        for (const auto& copy : *copies) {
            const QString name = nameOf(copy.handle);
            QString reason = wording::groupGap(copy.reason, name);
            if (copy.delivery == Delivery::Failed)
                reason = wording::failure(copy.reason, name);
            out.copies.append(GroupCopyView{name, copy.delivery, reason});
        }
    return out;
}

QString GroupConversation::nameOf(ContactId contact) {
    const auto record = ledger_.store().contact(contact);
    if (!record || !*record)
        return {};
    return toQt((*record)->ownName.empty() ? (*record)->name : (*record)->ownName);
}

QString GroupConversation::nameOf(const std::string& handle) {
    const auto record = ledger_.store().contactByHandle(handle);
    const QString known = record && *record ? nameOf((*record)->id) : QString();
    return known.isEmpty() ? toQt(handle) : known;
}

}  // namespace sesame::client
