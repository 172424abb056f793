// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/store/database.h"

#include <span>

namespace sesame::store {

/// The SQL of one step from a version of the schema to the next. Steps are only ever added at the end.
extern const char* const kValueTables;
extern const char* const kContactTables;
extern const char* const kMessageTables;
extern const char* const kSearchTables;
extern const char* const kOutboxTables;
extern const char* const kSessionTables;
extern const char* const kPrekeyTables;
extern const char* const kRuleTables;
extern const char* const kInvitationTables;
extern const char* const kWishTables;
extern const char* const kAuditTables;
extern const char* const kFileTables;
extern const char* const kOfferTables;
extern const char* const kGroupTables;
extern const char* const kGroupMessageTables;
extern const char* const kGroupInvitationTables;

/// In order; the number of steps is the version they lead to.
std::span<const char* const> migrationSteps();

/// Brings a database to the version that `steps` lead to, in one transaction. Refused if it is newer.
Status migrate(Database& database, std::span<const char* const> steps);

}  // namespace sesame::store
