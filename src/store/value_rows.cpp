// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/columns.h"
#include "store/migrations.h"

#include "sesame/store/client_store.h"

namespace sesame::store {

const char* const kValueTables = R"(
    CREATE TABLE key_values (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
)";

Status ClientStore::setValue(const std::string& name, ByteView value) {
    return database_
        .prepare(
            "INSERT INTO key_values (name, value) VALUES (?1, ?2)"
            " ON CONFLICT (name) DO UPDATE SET value = excluded.value")
        .bind(1, name)
        .bind(2, value)
        .run();
}

Result<std::optional<Bytes>> ClientStore::value(const std::string& name) {
    Statement rows = database_.prepare("SELECT value FROM key_values WHERE name = ?1");
    rows.bind(1, name);
    return first(rows, [](const Statement& row) { return row.blob(0); });
}

Status ClientStore::removeValue(const std::string& name) {
    return database_.prepare("DELETE FROM key_values WHERE name = ?1").bind(1, name).run();
}

}  // namespace sesame::store
