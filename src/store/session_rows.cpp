// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/columns.h"
#include "store/migrations.h"

#include "sesame/store/client_store.h"

namespace sesame::store {

const char* const kSessionTables = R"(
    CREATE TABLE sessions (contact INTEGER PRIMARY KEY, state BLOB NOT NULL) STRICT;
    CREATE TABLE initials_seen (
        digest BLOB PRIMARY KEY CHECK (length(digest) = 32)
    ) STRICT, WITHOUT ROWID;
)";

Status ClientStore::saveSession(ContactId contact, ByteView state) {
    return database_
        .prepare(
            "INSERT INTO sessions (contact, state) VALUES (?1, ?2)"
            " ON CONFLICT (contact) DO UPDATE SET state = excluded.state")
        .bind(1, contact.value)
        .bind(2, state)
        .run();
}

Result<std::optional<Bytes>> ClientStore::session(ContactId contact) {
    Statement rows = database_.prepare("SELECT state FROM sessions WHERE contact = ?1");
    rows.bind(1, contact.value);
    return first(rows, [](const Statement& row) { return row.blob(0); });
}

Status ClientStore::removeSession(ContactId contact) {
    return database_.prepare("DELETE FROM sessions WHERE contact = ?1").bind(1, contact.value).run();
}

Result<bool> ClientStore::rememberInitial(const ByteArray<32>& digest) {
    SESAME_TRY(database_.prepare("INSERT OR IGNORE INTO initials_seen (digest) VALUES (?1)")
                   .bind(1, ByteView(digest))
                   .run());
    return database_.changes() > 0;
}

}  // namespace sesame::store
