// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/columns.h"
#include "store/migrations.h"

#include "sesame/store/client_store.h"

#define SESAME_FILE_COLUMNS \
    "id, contact, direction, state, parcel, key, name, size, version, path, expires_ms, reason"

namespace sesame::store {

const char* const kFileTables = R"(
    CREATE TABLE files (
        id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
        contact INTEGER NOT NULL,
        direction INTEGER NOT NULL,
        state INTEGER NOT NULL,
        parcel BLOB NOT NULL CHECK (length(parcel) = 16),
        key BLOB NOT NULL CHECK (length(key) = 32),
        name BLOB NOT NULL,
        size INTEGER NOT NULL,
        version INTEGER NOT NULL,
        path TEXT NOT NULL,
        expires_ms INTEGER NOT NULL,
        reason TEXT NOT NULL
    ) STRICT;
    CREATE INDEX files_under_way ON files (state) WHERE state <= 3;
)";

namespace {

FileRecord readFile(const Statement& row) {
    FileRecord file;
    file.id = idAt<MessageId>(row, 0);
    file.contact = ContactId{row.integer(1)};
    file.direction = enumAt<Direction>(row, 2);
    file.state = enumAt<FileState>(row, 3);
    file.parcel = idAt<ParcelId>(row, 4);
    file.key = arrayAt<32>(row, 5);
    file.name = toString(row.blob(6));
    file.size = static_cast<std::uint64_t>(row.integer(7));
    file.version = static_cast<std::uint64_t>(row.integer(8));
    file.path = row.text(9);
    file.expiresMs = row.integer(10);
    file.reason = row.text(11);
    return file;
}

}  // namespace

Status ClientStore::addFile(const FileRecord& file) {
    SESAME_TRY(database_
                   .prepare("INSERT OR IGNORE INTO files (" SESAME_FILE_COLUMNS
                            ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)")
                   .bind(1, file.id.view())
                   .bind(2, file.contact.value)
                   .bind(3, code(file.direction))
                   .bind(4, code(file.state))
                   .bind(5, file.parcel.view())
                   .bind(6, ByteView(file.key))
                   .bind(7, asBytes(file.name))
                   .bind(8, static_cast<std::int64_t>(file.size))
                   .bind(9, static_cast<std::int64_t>(file.version))
                   .bind(10, file.path)
                   .bind(11, file.expiresMs)
                   .bind(12, file.reason)
                   .run());
    if (database_.changes() == 0)
        return Error{ErrorCode::Exists, "a file with this id is there"};
    return {};
}

Status ClientStore::updateFile(const FileRecord& file) {
    return database_.prepare("UPDATE files SET state = ?2, path = ?3, reason = ?4 WHERE id = ?1")
        .bind(1, file.id.view())
        .bind(2, code(file.state))
        .bind(3, file.path)
        .bind(4, file.reason)
        .run();
}

Result<std::optional<FileRecord>> ClientStore::file(const MessageId& id) {
    Statement rows = database_.prepare("SELECT " SESAME_FILE_COLUMNS " FROM files WHERE id = ?1");
    rows.bind(1, id.view());
    return first(rows, readFile);
}

Result<std::vector<FileRecord>> ClientStore::filesUnderWay() {
    Statement rows = database_.prepare("SELECT " SESAME_FILE_COLUMNS
                                       " FROM files WHERE state <= 3"
                                       " OR (state = ?1 AND direction = ?2)");
    rows.bind(1, code(FileState::Failed)).bind(2, code(Direction::Incoming));
    return collect(rows, readFile);
}

}  // namespace sesame::store
