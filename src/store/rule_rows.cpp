// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/columns.h"
#include "store/migrations.h"

#include "sesame/store/client_store.h"

namespace sesame::store {

// That nobody edits a row on disk is the sealing's work (S42): a page changed without the key does not open.
const char* const kRuleTables = R"(
    CREATE TABLE rules (
        contact INTEGER NOT NULL,
        direction INTEGER NOT NULL,
        id BLOB NOT NULL CHECK (length(id) = 16),
        version INTEGER NOT NULL,
        rule BLOB NOT NULL,
        signature BLOB NOT NULL,
        enabled INTEGER NOT NULL,
        PRIMARY KEY (contact, direction, id)
    ) STRICT;
)";

namespace {

RuleRecord readRule(const Statement& row) {
    RuleRecord rule;
    rule.contact = ContactId{row.integer(0)};
    rule.direction = enumAt<Direction>(row, 1);
    rule.id = idAt<RuleId>(row, 2);
    rule.version = static_cast<std::uint64_t>(row.integer(3));
    rule.rule = row.blob(4);
    rule.signature = row.blob(5);
    rule.enabled = row.integer(6) != 0;
    return rule;
}

}  // namespace

Status ClientStore::saveRule(const RuleRecord& rule) {
    // The table holds signed numbers; no honest rule comes near.
    if (rule.version > static_cast<std::uint64_t>(INT64_MAX))
        return Error{ErrorCode::Refused, "version out of range"};
    SESAME_TRY(
        database_
            .prepare("INSERT INTO rules (contact, direction, id, version, rule, signature, enabled)"
                     " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
                     " ON CONFLICT (contact, direction, id) DO UPDATE SET version = excluded.version,"
                     " rule = excluded.rule, signature = excluded.signature, enabled = excluded.enabled"
                     " WHERE excluded.version > version")
            .bind(1, rule.contact.value)
            .bind(2, code(rule.direction))
            .bind(3, rule.id.view())
            .bind(4, static_cast<std::int64_t>(rule.version))
            .bind(5, ByteView(rule.rule))
            .bind(6, ByteView(rule.signature))
            .bind(7, code(rule.enabled))
            .run());
    if (database_.changes() == 0)
        return Error{ErrorCode::Refused, "not newer than the stored version"};
    return {};
}

Status ClientStore::disableRule(ContactId contact, Direction direction, const RuleId& id) {
    return database_.prepare("UPDATE rules SET enabled = 0 WHERE contact = ?1 AND direction = ?2 AND id = ?3")
        .bind(1, contact.value)
        .bind(2, code(direction))
        .bind(3, id.view())
        .run();
}

Result<std::vector<RuleRecord>> ClientStore::rules(ContactId contact, Direction direction) {
    Statement rows = database_.prepare(
        "SELECT contact, direction, id, version, rule, signature, enabled FROM rules"
        " WHERE contact = ?1 AND direction = ?2 ORDER BY rowid");
    rows.bind(1, contact.value).bind(2, code(direction));
    return collect(rows, readRule);
}

}  // namespace sesame::store
