// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/connection.h"

#include <sqlite3.h>

namespace sesame::store {

Error sqliteError(int resultCode) {
    std::string detail = std::string(sqlite3_errstr(resultCode)) + " (" + std::to_string(resultCode) + ")";
    switch (resultCode & 0xff) {
        case SQLITE_AUTH:
            return {ErrorCode::Refused, "wrong database key"};
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return {ErrorCode::Malformed, std::move(detail)};
        case SQLITE_FULL:
            return {ErrorCode::Full, std::move(detail)};
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return {ErrorCode::Unavailable, "the database is in use"};
        default:
            return {ErrorCode::Io, std::move(detail)};
    }
}

Result<std::unique_ptr<Connection>> Connection::open(const std::string& path, const crypto::Key& key) {
    std::unique_ptr<Connection> connection(new Connection(key));
    SESAME_TRY(connection->connect(path, "WAL"));
    return connection;
}

Status Connection::prepareEmpty(const std::string& path, const crypto::Key& key) {
    Connection connection(key);
    SESAME_TRY(connection.connect(path, "MEMORY"));
    // Sets the format for good; the file is synchronised before this returns.
    return connection.execute("PRAGMA journal_mode=WAL; PRAGMA wal_checkpoint(TRUNCATE);");
}

Status Connection::connect(const std::string& path, const char* journalMode) {
    constexpr int kFlags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX;
    const int rc = sqlite3_open_v2(path.c_str(), &db_, kFlags, vfs_.name());
    if (rc != SQLITE_OK)
        return sqliteError(rc);
    if (sqlite3_db_readonly(db_, "main") != 0)
        return Error{ErrorCode::Io, "the database file cannot be written"};
    return configure(journalMode);
}

Status Connection::configure(const char* journalMode) {
    // The lock comes before the log, which then needs no shared memory; temporary tables stay in memory.
    SESAME_TRY(
        execute("PRAGMA page_size=4096; PRAGMA locking_mode=EXCLUSIVE; PRAGMA temp_store=MEMORY;"
                "PRAGMA mmap_size=0; PRAGMA secure_delete=OFF; PRAGMA trusted_schema=OFF;"
                "PRAGMA cell_size_check=ON; PRAGMA synchronous=FULL;"));
    SESAME_TRY(execute((std::string("PRAGMA journal_mode=") + journalMode).c_str()));
    // Takes the lock, recovers the log and reads the schema: what is wrong with the file shows here.
    return execute("BEGIN IMMEDIATE; SELECT count(*) FROM sqlite_schema; ROLLBACK;");
}

Connection::~Connection() {
    for (const auto& [sql, statement] : idle_)
        sqlite3_finalize(statement);
    SESAME_ASSERT(sqlite3_close(db_) == SQLITE_OK);
}

Status Connection::execute(const char* sql) {
    if (failure_)
        return *failure_;
    const int rc = sqlite3_exec(db_, sql, nullptr, nullptr, nullptr);
    if (rc != SQLITE_OK)
        return fail(rc);
    return {};
}

Result<sqlite3_stmt*> Connection::take(std::string_view sql) {
    if (const auto found = idle_.find(sql); found != idle_.end()) {
        sqlite3_stmt* statement = found->second;
        idle_.erase(found);
        return statement;
    }
    sqlite3_stmt* statement = nullptr;
    const int rc = sqlite3_prepare_v3(db_, sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (rc != SQLITE_OK)
        return fail(rc);
    return statement;
}

void Connection::giveBack(sqlite3_stmt* statement) {
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    if (!idle_.emplace(sqlite3_sql(statement), statement).second)
        sqlite3_finalize(statement);
}

Status Connection::begin() {
    SESAME_ASSERT(!inTransaction_);
    SESAME_TRY(execute("BEGIN IMMEDIATE"));
    inTransaction_ = true;
    return {};
}

Status Connection::commit() {
    SESAME_ASSERT(inTransaction_);
    Status done = execute("COMMIT");
    if (!done)
        rollBack();
    inTransaction_ = false;
    return done;
}

void Connection::rollBack() {
    // SQLite may have rolled back by itself, and after a failed ROLLBACK nothing is committed either.
    if (sqlite3_get_autocommit(db_) == 0)
        sqlite3_exec(db_, "ROLLBACK", nullptr, nullptr, nullptr);
    inTransaction_ = false;
    failure_.reset();
}

Error Connection::fail(int resultCode) {
    Error error = sqliteError(resultCode);
    if (inTransaction_)
        failure_ = error;
    return error;
}

}  // namespace sesame::store
