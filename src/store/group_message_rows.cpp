// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/message_rows.h"
#include "store/migrations.h"
#include "store/search_hits.h"

#include "sesame/store/client_store.h"

#define SESAME_GROUP_MESSAGE_COLUMNS "ord, id, group_id, sender, kind, sent_ms, text, extra, mail"
#define SESAME_GROUP_COPY_COLUMNS "message, handle, contact, mail, delivery, reason"

namespace sesame::store {

// Apart from the conversations of two: nothing that looks for a contact's messages finds what a group said.
const char* const kGroupMessageTables = R"(
    CREATE TABLE group_messages (
        ord INTEGER PRIMARY KEY AUTOINCREMENT,
        id BLOB NOT NULL CHECK (length(id) = 16),
        group_id BLOB NOT NULL CHECK (length(group_id) = 16),
        sender INTEGER NOT NULL,
        kind INTEGER NOT NULL,
        sent_ms INTEGER NOT NULL,
        text TEXT NOT NULL,
        extra TEXT NOT NULL,
        mail BLOB NOT NULL CHECK (length(mail) = 16),
        unread INTEGER NOT NULL,
        UNIQUE (id, sender, group_id)
    ) STRICT;
    CREATE INDEX group_messages_of_group ON group_messages (group_id);
    CREATE INDEX group_messages_unread ON group_messages (group_id) WHERE unread = 1;

    CREATE TABLE group_copies (
        message INTEGER NOT NULL,
        handle TEXT NOT NULL,
        contact INTEGER NOT NULL,
        mail BLOB NOT NULL CHECK (length(mail) = 16),
        delivery INTEGER NOT NULL,
        reason TEXT NOT NULL,
        PRIMARY KEY (message, handle)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX group_copies_by_mail ON group_copies (mail) WHERE delivery > 0;
    CREATE INDEX group_copies_on_their_way ON group_copies (contact, delivery);

    CREATE VIRTUAL TABLE group_message_index USING fts5 (
        text, content = '', tokenize = 'unicode61 remove_diacritics 2');
)";

namespace {

// As the index of messages is asked.
constexpr std::string_view kGroupIndexed = "SELECT " SESAME_GROUP_MESSAGE_COLUMNS
                                           " FROM (SELECT rowid AS hit FROM group_message_index"
                                           " WHERE group_message_index MATCH ?1)"
                                           " CROSS JOIN group_messages ON ord = hit ORDER BY hit DESC";
constexpr std::string_view kGroupScan =
    "SELECT " SESAME_GROUP_MESSAGE_COLUMNS " FROM group_messages WHERE kind IN (1, 2) ORDER BY ord DESC";

GroupMessageRecord readGroupMessage(const Statement& row) {
    GroupMessageRecord message;
    message.order = row.integer(0);
    message.id = idAt<MessageId>(row, 1);
    message.group = idAt<GroupId>(row, 2);
    message.sender = ContactId{row.integer(3)};
    message.kind = enumAt<MessageKind>(row, 4);
    message.sentMs = row.integer(5);
    message.text = row.text(6);
    message.extra = row.text(7);
    message.mail = idAt<MessageId>(row, 8);
    return message;
}

GroupCopyRecord readCopy(const Statement& row) {
    GroupCopyRecord copy;
    copy.message = row.integer(0);
    copy.handle = row.text(1);
    copy.contact = ContactId{row.integer(2)};
    copy.mail = idAt<MessageId>(row, 3);
    copy.delivery = enumAt<Delivery>(row, 4);
    copy.reason = row.text(5);
    return copy;
}

Result<bool> insertGroupMessage(Database& database, GroupMessageRecord& message) {
    const bool unread = message.sender.value != 0 && message.kind != MessageKind::Notice;
    SESAME_TRY(database
                   .prepare("INSERT OR IGNORE INTO group_messages (id, group_id, sender, kind, sent_ms, text,"
                            " extra, mail, unread) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
                   .bind(1, message.id.view())
                   .bind(2, message.group.view())
                   .bind(3, message.sender.value)
                   .bind(4, code(message.kind))
                   .bind(5, message.sentMs)
                   .bind(6, message.text)
                   .bind(7, message.extra)
                   .bind(8, message.mail.view())
                   .bind(9, code(unread))
                   .run());
    if (database.changes() == 0)
        return false;
    message.order = database.lastInsertId();
    return true;
}

}  // namespace

Result<bool> ClientStore::addGroupMessage(GroupMessageRecord& message) {
    bool added = false;
    SESAME_TRY(atomically([&]() -> Status {
        SESAME_TRY_ASSIGN(added, insertGroupMessage(database_, message));
        if (!added || message.kind == MessageKind::Notice)
            return {};
        return database_.prepare("INSERT INTO group_message_index (rowid, text) VALUES (?1, ?2)")
            .bind(1, message.order)
            .bind(2, splitForIndex(message.text))
            .run();
    }));
    return added;
}

Result<std::optional<GroupMessageRecord>> ClientStore::groupMessage(std::int64_t order) {
    Statement rows =
        database_.prepare("SELECT " SESAME_GROUP_MESSAGE_COLUMNS " FROM group_messages WHERE ord = ?1");
    rows.bind(1, order);
    return first(rows, readGroupMessage);
}

Result<std::optional<GroupMessageRecord>> ClientStore::groupMessage(const MessageId& id) {
    Statement rows = database_.prepare("SELECT " SESAME_GROUP_MESSAGE_COLUMNS
                                       " FROM group_messages WHERE id = ?1 ORDER BY sender <> 0, ord"
                                       " LIMIT 1");
    rows.bind(1, id.view());
    return first(rows, readGroupMessage);
}

Result<std::vector<GroupMessageRecord>> ClientStore::groupHistory(const GroupId& group,
                                                                  std::int64_t beforeOrder, int limit) {
    Statement rows =
        database_.prepare("SELECT " SESAME_GROUP_MESSAGE_COLUMNS
                          " FROM group_messages WHERE group_id = ?1 AND ord < ?2 ORDER BY ord DESC LIMIT ?3");
    rows.bind(1, group.view()).bind(2, beforeOrder > 0 ? beforeOrder : INT64_MAX);
    rows.bind(3, std::int64_t{std::max(limit, 0)});
    SESAME_TRY_ASSIGN(auto newestFirst, collect(rows, readGroupMessage));
    std::ranges::reverse(newestFirst);
    return newestFirst;
}

Result<int> ClientStore::groupUnread(const GroupId& group) {
    Statement rows =
        database_.prepare("SELECT count(*) FROM group_messages WHERE group_id = ?1 AND unread = 1");
    rows.bind(1, group.view());
    SESAME_TRY_ASSIGN(const auto count,
                      first(rows, [](const Statement& row) { return static_cast<int>(row.integer(0)); }));
    return count.value_or(0);
}

Result<std::vector<GroupMessageRecord>> ClientStore::markGroupRead(const GroupId& group,
                                                                   std::int64_t upToOrder) {
    Statement rows = database_.prepare(
        "UPDATE group_messages SET unread = 0 WHERE group_id = ?1 AND unread = 1 AND ord <= ?2"
        " RETURNING " SESAME_GROUP_MESSAGE_COLUMNS);
    rows.bind(1, group.view()).bind(2, upToOrder);
    return collect(rows, readGroupMessage);
}

Result<std::vector<GroupMessageRecord>> ClientStore::searchGroups(const std::string& words, int limit) {
    return newestHits(database_, {kGroupIndexed, kGroupScan}, words, limit, readGroupMessage);
}

Status ClientStore::addGroupCopy(const GroupCopyRecord& copy) {
    return database_
        .prepare("INSERT INTO group_copies (" SESAME_GROUP_COPY_COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
        .bind(1, copy.message)
        .bind(2, copy.handle)
        .bind(3, copy.contact.value)
        .bind(4, copy.mail.view())
        .bind(5, code(copy.delivery))
        .bind(6, copy.reason)
        .run();
}

Result<std::vector<GroupCopyRecord>> ClientStore::groupCopies(std::int64_t order) {
    Statement rows = database_.prepare("SELECT " SESAME_GROUP_COPY_COLUMNS
                                       " FROM group_copies WHERE message = ?1 ORDER BY handle");
    rows.bind(1, order);
    return collect(rows, readCopy);
}

Result<std::optional<GroupCopyRecord>> ClientStore::groupCopy(const MessageId& mail) {
    Statement rows = database_.prepare("SELECT " SESAME_GROUP_COPY_COLUMNS
                                       " FROM group_copies WHERE mail = ?1 AND delivery > 0");
    rows.bind(1, mail.view());
    return first(rows, readCopy);
}

Status ClientStore::setGroupCopy(const MessageId& mail, Delivery delivery, const std::string& reason) {
    SESAME_TRY_ASSIGN(const auto now, groupCopy(mail));
    const bool again = now && now->delivery == Delivery::Failed && delivery == Delivery::Sending;
    if (!now || (!again && !movesOn(now->delivery, delivery)))
        return {};
    return database_
        .prepare("UPDATE group_copies SET delivery = ?2, reason = ?3 WHERE mail = ?1 AND delivery > 0")
        .bind(1, mail.view())
        .bind(2, code(delivery))
        .bind(3, reason)
        .run();
}

Result<std::vector<MessageId>> ClientStore::groupCopiesIn(ContactId contact, Delivery delivery) {
    Statement rows = database_.prepare(
        "SELECT mail FROM group_copies WHERE contact = ?1 AND delivery = ?2 ORDER BY message");
    rows.bind(1, contact.value).bind(2, code(delivery));
    return collect(rows, [](const Statement& row) { return idAt<MessageId>(row, 0); });
}

}  // namespace sesame::store
