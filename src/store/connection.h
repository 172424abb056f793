// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sealed_vfs.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace sesame::store {

/// What an SQLite result code means here. The detail never quotes SQL or data.
Error sqliteError(int resultCode);

/// An open SQLite connection with its VFS, its idle prepared statements and its one transaction.
class Connection {
  public:
    static Result<std::unique_ptr<Connection>> open(const std::string& path, const crypto::Key& key);
    /// A file that was just created, with mode 0600 and nothing in it.
    static Status prepareEmpty(const std::string& path, const crypto::Key& key);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    sqlite3* handle() const { return db_; }
    Status execute(const char* sql);

    Result<sqlite3_stmt*> take(std::string_view sql);
    void giveBack(sqlite3_stmt* statement);

    Status begin();
    Status commit();
    void rollBack();
    bool inTransaction() const { return inTransaction_; }

    /// The failure that dooms the open transaction, if there is one.
    const std::optional<Error>& failure() const { return failure_; }
    /// Inside a transaction, dooms it.
    Error fail(int resultCode);

  private:
    explicit Connection(const crypto::Key& key) : vfs_(key.clone()) {}
    Status connect(const std::string& path, const char* journalMode);
    Status configure(const char* journalMode);

    SealedVfs vfs_;
    sqlite3* db_ = nullptr;
    std::map<std::string, sqlite3_stmt*, std::less<>> idle_;
    bool inTransaction_ = false;
    std::optional<Error> failure_;
};

}  // namespace sesame::store
