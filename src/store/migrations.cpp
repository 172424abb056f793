// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/migrations.h"

#include <array>

namespace sesame::store {
namespace {

Result<std::size_t> versionOf(Database& database) {
    Statement row = database.prepare("PRAGMA user_version");
    SESAME_TRY_ASSIGN(const bool found, row.step());
    return found ? static_cast<std::size_t>(row.integer(0)) : 0;
}

}  // namespace

std::span<const char* const> migrationSteps() {
    static const std::array kSteps{
        kValueTables,      kContactTables, kMessageTables,      kSearchTables,
        kOutboxTables,     kSessionTables, kPrekeyTables,       kRuleTables,
        kInvitationTables, kAuditTables,   kWishTables,         kFileTables,
        kOfferTables,      kGroupTables,   kGroupMessageTables, kGroupInvitationTables};
    return kSteps;
}

Status migrate(Database& database, std::span<const char* const> steps) {
    SESAME_TRY_ASSIGN(const std::size_t version, versionOf(database));
    if (version > steps.size())
        return Error{ErrorCode::Expired, "the database was written by a newer version"};
    if (version == steps.size())
        return {};
    Transaction transaction(database);
    for (const char* step : steps.subspan(version))
        SESAME_TRY(database.execute(step));
    SESAME_TRY(database.execute("PRAGMA user_version = " + std::to_string(steps.size())));
    return transaction.commit();
}

}  // namespace sesame::store
