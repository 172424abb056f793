// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/columns.h"
#include "store/migrations.h"

#include "sesame/store/client_store.h"

#define SESAME_GROUP_COLUMNS "id, founder, version, name, state, since_ms, membership, signature"

namespace sesame::store {

const char* const kGroupTables = R"(
    CREATE TABLE chat_groups (
        id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
        founder BLOB NOT NULL CHECK (length(founder) = 32),
        version INTEGER NOT NULL,
        name TEXT NOT NULL,
        state INTEGER NOT NULL,
        since_ms INTEGER NOT NULL,
        membership BLOB NOT NULL,
        signature BLOB NOT NULL
    ) STRICT;
    CREATE TABLE group_joined (
        group_id BLOB NOT NULL CHECK (length(group_id) = 16),
        member BLOB NOT NULL CHECK (length(member) = 32),
        PRIMARY KEY (group_id, member)
    ) STRICT, WITHOUT ROWID;
)";

namespace {

GroupRecord readGroup(const Statement& row) {
    GroupRecord group;
    group.id = idAt<GroupId>(row, 0);
    group.founder = idAt<PublicIdentity>(row, 1);
    group.version = static_cast<std::uint64_t>(row.integer(2));
    group.name = row.text(3);
    group.state = enumAt<GroupState>(row, 4);
    group.sinceMs = row.integer(5);
    group.membership = row.blob(6);
    group.signature = row.blob(7);
    return group;
}

}  // namespace

Status ClientStore::saveGroup(const GroupRecord& group) {
    SESAME_TRY(database_
                   .prepare("INSERT INTO chat_groups (" SESAME_GROUP_COLUMNS
                            ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
                            " ON CONFLICT (id) DO UPDATE SET version = ?3, name = ?4, state = ?5,"
                            " since_ms = ?6, membership = ?7, signature = ?8"
                            " WHERE version <= ?3 AND founder = ?2")
                   .bind(1, group.id.view())
                   .bind(2, group.founder.view())
                   .bind(3, static_cast<std::int64_t>(group.version))
                   .bind(4, group.name)
                   .bind(5, code(group.state))
                   .bind(6, group.sinceMs)
                   .bind(7, ByteView(group.membership))
                   .bind(8, ByteView(group.signature))
                   .run());
    return database_.changes() > 0 ? Status() : Error{ErrorCode::Refused, "an older list of members"};
}

Result<std::optional<GroupRecord>> ClientStore::group(const GroupId& id) {
    Statement rows = database_.prepare("SELECT " SESAME_GROUP_COLUMNS " FROM chat_groups WHERE id = ?1");
    rows.bind(1, id.view());
    return first(rows, readGroup);
}

Result<std::vector<GroupRecord>> ClientStore::groups() {
    Statement rows = database_.prepare("SELECT " SESAME_GROUP_COLUMNS " FROM chat_groups ORDER BY rowid");
    return collect(rows, readGroup);
}

Result<bool> ClientStore::setJoined(const GroupId& group, const PublicIdentity& member, bool joined) {
    SESAME_TRY(database_
                   .prepare(joined ? "INSERT OR IGNORE INTO group_joined (group_id, member) VALUES (?1, ?2)"
                                   : "DELETE FROM group_joined WHERE group_id = ?1 AND member = ?2")
                   .bind(1, group.view())
                   .bind(2, member.view())
                   .run());
    return database_.changes() > 0;
}

Result<std::vector<PublicIdentity>> ClientStore::joined(const GroupId& group) {
    Statement rows = database_.prepare("SELECT member FROM group_joined WHERE group_id = ?1");
    rows.bind(1, group.view());
    return collect(rows, [](const Statement& row) { return idAt<PublicIdentity>(row, 0); });
}

}  // namespace sesame::store
