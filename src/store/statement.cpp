// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/connection.h"

#include "sesame/store/database.h"

#include <sqlite3.h>

#include <utility>

namespace sesame::store {

Statement::Statement(Connection& connection, std::string_view sql) : connection_(&connection) {
    if (auto taken = connection.take(sql))
        statement_ = *taken;
    else
        error_ = taken.error();
}

Statement::Statement(Statement&& other) noexcept
    : connection_(other.connection_),
      statement_(std::exchange(other.statement_, nullptr)),
      error_(std::move(other.error_)) {
}

Statement& Statement::operator=(Statement&& other) noexcept {
    if (this != &other) {
        giveBack();
        connection_ = other.connection_;
        statement_ = std::exchange(other.statement_, nullptr);
        error_ = std::move(other.error_);
    }
    return *this;
}

Statement::~Statement() {
    giveBack();
}

void Statement::giveBack() {
    if (statement_)
        connection_->giveBack(std::exchange(statement_, nullptr));
}

void Statement::note(int resultCode) {
    if (resultCode != SQLITE_OK && !error_)
        error_ = connection_->fail(resultCode);
}

Statement& Statement::bind(int index, std::int64_t value) {
    note(sqlite3_bind_int64(statement_, index, value));
    return *this;
}

Statement& Statement::bind(int index, std::string_view text) {
    // A null pointer would bind NULL.
    const char* data = text.data() ? text.data() : "";
    note(sqlite3_bind_text64(statement_, index, data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
}

Statement& Statement::bind(int index, ByteView blob) {
    const void* data = blob.data() ? static_cast<const void*>(blob.data()) : "";
    note(sqlite3_bind_blob64(statement_, index, data, blob.size(), SQLITE_TRANSIENT));
    return *this;
}

Statement& Statement::bindNull(int index) {
    note(sqlite3_bind_null(statement_, index));
    return *this;
}

Result<bool> Statement::step() {
    if (error_)
        return *error_;
    if (connection_->failure())
        return *connection_->failure();
    const int rc = sqlite3_step(statement_);
    if (rc == SQLITE_ROW)
        return true;
    if (rc == SQLITE_DONE)
        return false;
    note(rc);
    return *error_;
}

Status Statement::run() {
    SESAME_TRY_ASSIGN(bool row, step());
    while (row) {
        SESAME_TRY_ASSIGN(row, step());
    }
    return {};
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(statement_, column);
}

std::string Statement::text(int column) const {
    const auto* data = sqlite3_column_text(statement_, column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
    return data ? std::string(reinterpret_cast<const char*>(data), size) : std::string();
}

Bytes Statement::blob(int column) const {
    const auto* data = static_cast<const std::byte*>(sqlite3_column_blob(statement_, column));
    return data ? Bytes(data, data + sqlite3_column_bytes(statement_, column)) : Bytes();
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

}  // namespace sesame::store
