// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/parcel_tables.h"

namespace sesame::hub {
namespace {

constexpr const char* kParcelSchema = R"(
CREATE TABLE IF NOT EXISTS parcel(
    sender INTEGER NOT NULL, id BLOB NOT NULL, recipient INTEGER NOT NULL, stored INTEGER NOT NULL,
    taken INTEGER NOT NULL, touched_ms INTEGER NOT NULL, PRIMARY KEY(sender, id)) STRICT, WITHOUT ROWID;
)";

}  // namespace

Result<ParcelTables> ParcelTables::open(SqliteConnection& connection) {
    SESAME_TRY(connection.execute(kParcelSchema));
    SESAME_TRY_ASSIGN(auto all, connection.prepare("SELECT * FROM parcel"));
    SESAME_TRY_ASSIGN(auto put, connection.prepare("REPLACE INTO parcel VALUES(?, ?, ?, ?, ?, ?)"));
    SESAME_TRY_ASSIGN(auto remove, connection.prepare("DELETE FROM parcel WHERE sender = ? AND id = ?"));
    return ParcelTables(std::move(all), std::move(put), std::move(remove));
}

Result<std::vector<ParcelRow>> ParcelTables::all() {
    std::vector<ParcelRow> out;
    while (true) {
        SESAME_TRY_ASSIGN(const bool row, all_.step());
        if (!row)
            break;
        // A row with an id of another length was not written by us.
        if (const auto id = ParcelId::from(all_.blob(1)))
            out.push_back({{AccountId{all_.number(0)}, *id},
                           AccountId{all_.number(2)},
                           static_cast<std::uint64_t>(all_.number(3)),
                           static_cast<std::uint64_t>(all_.number(4)),
                           all_.number(5)});
    }
    all_.reset();
    return out;
}

Status ParcelTables::put(const ParcelRow& row) {
    return put_.bind(1, static_cast<std::int64_t>(row.key.sender))
        .bind(2, row.key.id.view())
        .bind(3, static_cast<std::int64_t>(row.recipient))
        .bind(4, static_cast<std::int64_t>(row.stored))
        .bind(5, static_cast<std::int64_t>(row.taken))
        .bind(6, row.touchedMs)
        .run();
}

Status ParcelTables::remove(const ParcelKey& key) {
    return remove_.bind(1, static_cast<std::int64_t>(key.sender)).bind(2, key.id.view()).run();
}

}  // namespace sesame::hub
