// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/columns.h"
#include "store/migrations.h"

#include "sesame/store/client_store.h"

namespace sesame::store {

const char* const kPrekeyTables = R"(
    CREATE TABLE prekeys (
        one_time INTEGER NOT NULL,
        id INTEGER NOT NULL,
        public_key BLOB NOT NULL CHECK (length(public_key) = 32),
        private_key BLOB NOT NULL CHECK (length(private_key) = 32),
        created_ms INTEGER NOT NULL,
        PRIMARY KEY (one_time, id)
    ) STRICT, WITHOUT ROWID;
)";

namespace {

PrekeyRecord readPrekey(const Statement& row) {
    PrekeyRecord prekey;
    prekey.oneTime = row.integer(0) != 0;
    prekey.id = static_cast<std::uint32_t>(row.integer(1));
    prekey.publicKey = arrayAt<32>(row, 2);
    prekey.privateKey = arrayAt<32>(row, 3);
    prekey.createdMs = row.integer(4);
    return prekey;
}

}  // namespace

Status ClientStore::savePrekey(const PrekeyRecord& prekey) {
    return database_
        .prepare(
            "INSERT OR REPLACE INTO prekeys (one_time, id, public_key, private_key, created_ms)"
            " VALUES (?1, ?2, ?3, ?4, ?5)")
        .bind(1, code(prekey.oneTime))
        .bind(2, std::int64_t{prekey.id})
        .bind(3, ByteView(prekey.publicKey))
        .bind(4, ByteView(prekey.privateKey))
        .bind(5, prekey.createdMs)
        .run();
}

Result<std::optional<PrekeyRecord>> ClientStore::prekey(std::uint32_t id, bool oneTime) {
    Statement rows = database_.prepare(
        "SELECT one_time, id, public_key, private_key, created_ms FROM prekeys WHERE one_time = ?1 AND id = "
        "?2");
    rows.bind(1, code(oneTime)).bind(2, std::int64_t{id});
    return first(rows, readPrekey);
}

Result<std::vector<PrekeyRecord>> ClientStore::prekeys(bool oneTime) {
    Statement rows = database_.prepare(
        "SELECT one_time, id, public_key, private_key, created_ms FROM prekeys WHERE one_time = ?1 ORDER BY "
        "id");
    rows.bind(1, code(oneTime));
    return collect(rows, readPrekey);
}

Status ClientStore::removePrekey(std::uint32_t id, bool oneTime) {
    return database_.prepare("DELETE FROM prekeys WHERE one_time = ?1 AND id = ?2")
        .bind(1, code(oneTime))
        .bind(2, std::int64_t{id})
        .run();
}

}  // namespace sesame::store
