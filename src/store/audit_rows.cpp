// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/columns.h"
#include "store/migrations.h"

#include "sesame/store/client_store.h"

namespace sesame::store {

const char* const kAuditTables = R"(
    CREATE TABLE audit (
        number INTEGER PRIMARY KEY,
        wall_ms INTEGER NOT NULL,
        event TEXT NOT NULL,
        peer TEXT NOT NULL,
        detail TEXT NOT NULL,
        chain BLOB NOT NULL CHECK (length(chain) = 32)
    ) STRICT;
    CREATE TRIGGER audit_stays BEFORE DELETE ON audit
        BEGIN SELECT raise(ABORT, 'the audit log is append-only'); END;
    CREATE TRIGGER audit_is_final BEFORE UPDATE ON audit
        BEGIN SELECT raise(ABORT, 'the audit log is append-only'); END;
)";

namespace {

AuditRecord readAudit(const Statement& row) {
    return {static_cast<std::uint64_t>(row.integer(0)),
            row.integer(1),
            row.text(2),
            row.text(3),
            row.text(4),
            arrayAt<32>(row, 5)};
}

}  // namespace

Status ClientStore::appendAudit(const AuditRecord& record) {
    SESAME_TRY(database_
                   .prepare("INSERT INTO audit (number, wall_ms, event, peer, detail, chain)"
                            " SELECT ?1, ?2, ?3, ?4, ?5, ?6"
                            " WHERE ?1 = (SELECT coalesce(max(number), 0) + 1 FROM audit)")
                   .bind(1, static_cast<std::int64_t>(record.index))
                   .bind(2, record.wallMs)
                   .bind(3, record.event)
                   .bind(4, record.peer)
                   .bind(5, record.detail)
                   .bind(6, ByteView(record.chain))
                   .run());
    if (database_.changes() == 0)
        return Error{ErrorCode::Refused, "not the next entry"};
    return {};
}

Result<std::vector<AuditRecord>> ClientStore::audit() {
    Statement rows =
        database_.prepare("SELECT number, wall_ms, event, peer, detail, chain FROM audit ORDER BY number");
    return collect(rows, readAudit);
}

}  // namespace sesame::store
