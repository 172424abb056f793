// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/delivery_news.h"

#include "client/message_ids.h"

#include "sesame/wire/limits.h"

#include <algorithm>

namespace sesame::client {
namespace {

namespace pb = wire::pb;

constexpr int kRowsAtOnce = 500;

}  // namespace

std::set<MessageId> DeliveryNews::outbox() {
    std::set<MessageId> out;
    for (std::int64_t after = 0;;) {
        const auto rows = ledger_.store().outbox(after, kRowsAtOnce);
        if (!rows || rows->empty())
            return out;
        for (const auto& row : *rows)
            out.insert(row.id);
        after = rows->back().order;
    }
}

void DeliveryNews::ask() {
    const std::set<MessageId> waiting = outbox();
    for (const auto& contact : contacts_.all()) {
        auto ids = rules_.undelivered(contact.id);
        if (const auto sent = ledger_.store().outgoingIn(contact.id, Delivery::Sent))
            ids.insert(ids.end(), sent->begin(), sent->end());
        if (const auto copies = ledger_.store().groupCopiesIn(contact.id, Delivery::Sent))
            ids.insert(ids.end(), copies->begin(), copies->end());
        // What the hub has not taken yet is unknown to it, which says nothing about its delivery.
        std::erase_if(ids, [&waiting](const MessageId& id) { return waiting.contains(id); });
        for (std::size_t at = 0; at < ids.size(); at += wire::kMaxMailsPerFrame) {
            const std::size_t end = std::min(at + wire::kMaxMailsPerFrame, ids.size());
            askAbout(contact, {ids.begin() + static_cast<std::ptrdiff_t>(at),
                               ids.begin() + static_cast<std::ptrdiff_t>(end)});
        }
    }
}

void DeliveryNews::askAbout(const store::ContactRecord& contact, const std::vector<MessageId>& ids) {
    pb::ClientFrame frame;
    frame.mutable_query_waiting()->set_peer(contact.handle);
    for (const MessageId& id : ids)
        frame.mutable_query_waiting()->add_message_ids(toString(id.view()));
    hub_.request(std::move(frame), [this, id = contact.id, ids](const Result<pb::HubFrame>& answer) {
        if (!answer || !answer->has_still_waiting())
            return;
        const auto waiting = messageIds(answer->still_waiting().message_ids());
        const std::set<MessageId> still(waiting.begin(), waiting.end());
        std::vector<MessageId> fetched;
        for (const MessageId& one : ids)
            if (!still.contains(one))
                fetched.push_back(one);
        static_cast<void>(mark(id, fetched));
    });
}

void DeliveryNews::delivered(const pb::MailDelivered& news) {
    if (const auto contact = contacts_.byHandle(news.peer()))
        static_cast<void>(mark(contact->id, messageIds(news.message_ids())));
}

Status DeliveryNews::mark(ContactId contact, const std::vector<MessageId>& ids) {
    return ledger_.transact([&]() -> Status {
        for (const MessageId& id : ids) {
            rules_.delivered(contact, id);
            SESAME_TRY_ASSIGN(const auto row, ledger_.store().message(contact, Direction::Outgoing, id));
            if (row)
                SESAME_TRY(conversation_.setDelivery(id, Delivery::Delivered));
            else
                SESAME_TRY(groups_.setDelivery(id, Delivery::Delivered, {}, contact));
        }
        return {};
    });
}

}  // namespace sesame::client
