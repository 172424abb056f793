// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/columns.h"
#include "store/migrations.h"

#include "sesame/store/client_store.h"

namespace sesame::store {

const char* const kOutboxTables = R"(
    CREATE TABLE outbox (
        ord INTEGER PRIMARY KEY AUTOINCREMENT,
        id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
        contact INTEGER NOT NULL,
        sealed BLOB NOT NULL
    ) STRICT;
)";

namespace {

OutboxRecord readOutbox(const Statement& row) {
    return {row.integer(0), idAt<MessageId>(row, 1), ContactId{row.integer(2)}, row.blob(3)};
}

}  // namespace

Status ClientStore::addOutbox(OutboxRecord& record) {
    SESAME_TRY(database_.prepare("INSERT OR IGNORE INTO outbox (id, contact, sealed) VALUES (?1, ?2, ?3)")
                   .bind(1, record.id.view())
                   .bind(2, record.contact.value)
                   .bind(3, ByteView(record.sealed))
                   .run());
    if (database_.changes() == 0)
        return Error{ErrorCode::Exists, "this message waits in the outbox already"};
    record.order = database_.lastInsertId();
    return {};
}

Result<std::vector<OutboxRecord>> ClientStore::outbox(std::int64_t afterOrder, int limit) {
    Statement rows =
        database_.prepare("SELECT ord, id, contact, sealed FROM outbox WHERE ord > ?1 ORDER BY ord LIMIT ?2");
    rows.bind(1, afterOrder).bind(2, std::int64_t{std::max(limit, 0)});
    return collect(rows, readOutbox);
}

Status ClientStore::removeOutbox(const MessageId& id) {
    return database_.prepare("DELETE FROM outbox WHERE id = ?1").bind(1, id.view()).run();
}

}  // namespace sesame::store
