// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/message_rows.h"

#include "store/migrations.h"
#include "store/search_text.h"

#include "sesame/store/client_store.h"

namespace sesame::store {

const char* const kMessageTables = R"(
    CREATE TABLE messages (
        ord INTEGER PRIMARY KEY AUTOINCREMENT,
        id BLOB NOT NULL CHECK (length(id) = 16),
        contact INTEGER NOT NULL,
        direction INTEGER NOT NULL,
        kind INTEGER NOT NULL,
        delivery INTEGER NOT NULL,
        sent_ms INTEGER NOT NULL,
        text TEXT NOT NULL,
        extra TEXT NOT NULL,
        unread INTEGER NOT NULL,
        UNIQUE (id, direction, contact)
    ) STRICT;
    CREATE INDEX messages_of_contact ON messages (contact);
    CREATE INDEX messages_unread ON messages (contact) WHERE unread = 1;
    CREATE INDEX messages_on_their_way ON messages (contact, delivery) WHERE direction = 2;

    CREATE TABLE mails_seen (
        contact INTEGER NOT NULL,
        id BLOB NOT NULL CHECK (length(id) = 16),
        PRIMARY KEY (contact, id)
    ) STRICT, WITHOUT ROWID;
)";

MessageRecord readMessage(const Statement& row) {
    MessageRecord message;
    message.order = row.integer(0);
    message.id = idAt<MessageId>(row, 1);
    message.contact = ContactId{row.integer(2)};
    message.direction = enumAt<Direction>(row, 3);
    message.kind = enumAt<MessageKind>(row, 4);
    message.delivery = enumAt<Delivery>(row, 5);
    message.sentMs = row.integer(6);
    message.text = row.text(7);
    message.extra = row.text(8);
    return message;
}

bool movesOn(Delivery from, Delivery to) {
    if (to == Delivery::Failed)
        return from == Delivery::Sending;
    if (from == Delivery::Failed)
        return to >= Delivery::Sent;
    return to > from;
}

namespace {

bool isSearched(MessageKind kind) {
    return kind == MessageKind::Text || kind == MessageKind::Invitation || kind == MessageKind::Wish ||
           kind == MessageKind::File || kind == MessageKind::RuleOffer;
}

Result<bool> insertMessage(Database& database, MessageRecord& message) {
    const bool unread = message.direction == Direction::Incoming && message.kind != MessageKind::Notice;
    SESAME_TRY(database
                   .prepare("INSERT OR IGNORE INTO messages (id, contact, direction, kind, delivery, sent_ms,"
                            " text, extra, unread) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
                   .bind(1, message.id.view())
                   .bind(2, message.contact.value)
                   .bind(3, code(message.direction))
                   .bind(4, code(message.kind))
                   .bind(5, code(message.delivery))
                   .bind(6, message.sentMs)
                   .bind(7, message.text)
                   .bind(8, message.extra)
                   .bind(9, code(unread))
                   .run());
    if (database.changes() == 0)
        return false;
    message.order = database.lastInsertId();
    return true;
}

Result<std::optional<Delivery>> deliveryOf(Database& database, const MessageId& id) {
    Statement rows = database.prepare("SELECT delivery FROM messages WHERE id = ?1 AND direction = 2");
    rows.bind(1, id.view());
    return first(rows, [](const Statement& row) { return enumAt<Delivery>(row, 0); });
}

Status writeDelivery(Database& database, const MessageId& id, Delivery delivery, const std::string& reason) {
    return database.prepare("UPDATE messages SET delivery = ?2, extra = ?3 WHERE id = ?1 AND direction = 2")
        .bind(1, id.view())
        .bind(2, code(delivery))
        .bind(3, reason)
        .run();
}

}  // namespace

Result<bool> ClientStore::addMessage(MessageRecord& message) {
    bool added = false;
    SESAME_TRY(atomically([&]() -> Status {
        SESAME_TRY_ASSIGN(added, insertMessage(database_, message));
        if (!added || !isSearched(message.kind))
            return {};
        return database_.prepare("INSERT INTO message_index (rowid, text) VALUES (?1, ?2)")
            .bind(1, message.order)
            .bind(2, splitForIndex(message.text))
            .run();
    }));
    return added;
}

Status ClientStore::setDelivery(const MessageId& id, Delivery delivery, const std::string& reason) {
    SESAME_TRY_ASSIGN(const auto now, deliveryOf(database_, id));
    if (!now || !movesOn(*now, delivery))
        return {};
    return writeDelivery(database_, id, delivery, reason);
}

Status ClientStore::requeue(const MessageId& id) {
    SESAME_TRY_ASSIGN(const auto now, deliveryOf(database_, id));
    if (!now)
        return Error{ErrorCode::NotFound, "no such message"};
    if (*now != Delivery::Failed)
        return Error{ErrorCode::Refused, "the message has not failed"};
    return writeDelivery(database_, id, Delivery::Sending, {});
}

Result<std::optional<MessageRecord>> ClientStore::message(const MessageId& id) {
    Statement rows = database_.prepare("SELECT " SESAME_MESSAGE_COLUMNS
                                       " FROM messages WHERE id = ?1 ORDER BY direction DESC, ord LIMIT 1");
    rows.bind(1, id.view());
    return first(rows, readMessage);
}

Result<std::optional<MessageRecord>> ClientStore::message(ContactId contact, Direction direction,
                                                          const MessageId& id) {
    Statement rows = database_.prepare("SELECT " SESAME_MESSAGE_COLUMNS
                                       " FROM messages WHERE id = ?1 AND direction = ?2 AND contact = ?3");
    rows.bind(1, id.view()).bind(2, code(direction)).bind(3, contact.value);
    return first(rows, readMessage);
}

Result<std::vector<MessageRecord>> ClientStore::history(ContactId contact, std::int64_t beforeOrder,
                                                        int limit) {
    Statement rows =
        database_.prepare("SELECT " SESAME_MESSAGE_COLUMNS
                          " FROM messages WHERE contact = ?1 AND ord < ?2 ORDER BY ord DESC LIMIT ?3");
    rows.bind(1, contact.value).bind(2, beforeOrder > 0 ? beforeOrder : INT64_MAX);
    rows.bind(3, std::int64_t{std::max(limit, 0)});
    SESAME_TRY_ASSIGN(auto newestFirst, collect(rows, readMessage));
    std::ranges::reverse(newestFirst);
    return newestFirst;
}

Result<std::optional<MessageRecord>> ClientStore::lastMessage(ContactId contact) {
    SESAME_TRY_ASSIGN(auto newest, history(contact, 0, 1));
    return newest.empty() ? std::optional<MessageRecord>() : std::move(newest.front());
}

Result<std::vector<MessageId>> ClientStore::outgoingIn(ContactId contact, Delivery delivery) {
    Statement rows = database_.prepare(
        "SELECT id FROM messages WHERE contact = ?1 AND delivery = ?2 AND direction = 2 ORDER BY ord");
    rows.bind(1, contact.value).bind(2, code(delivery));
    return collect(rows, [](const Statement& row) { return idAt<MessageId>(row, 0); });
}

Result<int> ClientStore::unread(ContactId contact) {
    Statement rows = database_.prepare("SELECT count(*) FROM messages WHERE contact = ?1 AND unread = 1");
    rows.bind(1, contact.value);
    SESAME_TRY_ASSIGN(const auto count,
                      first(rows, [](const Statement& row) { return static_cast<int>(row.integer(0)); }));
    return count.value_or(0);
}

Result<std::vector<MessageId>> ClientStore::markRead(ContactId contact, std::int64_t upToOrder) {
    Statement rows = database_.prepare(
        "UPDATE messages SET unread = 0 WHERE contact = ?1 AND unread = 1 AND ord <= ?2 RETURNING id");
    rows.bind(1, contact.value).bind(2, upToOrder);
    return collect(rows, [](const Statement& row) { return idAt<MessageId>(row, 0); });
}

Result<bool> ClientStore::rememberMail(ContactId contact, const MessageId& id) {
    SESAME_TRY(database_.prepare("INSERT OR IGNORE INTO mails_seen (contact, id) VALUES (?1, ?2)")
                   .bind(1, contact.value)
                   .bind(2, id.view())
                   .run());
    return database_.changes() > 0;
}

}  // namespace sesame::store
