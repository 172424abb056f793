// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/bytes.h"
#include "sesame/crypto/secret.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3_stmt;

namespace sesame::store {

class Connection;

/// A prepared statement. Bind from 1, columns from 0, as in SQLite. Borrowed from its Database, to which it
/// returns when destroyed, so keep it local; one thread.
class Statement {
  public:
    Statement& bind(int index, std::int64_t value);
    Statement& bind(int index, std::string_view text);
    Statement& bind(int index, ByteView blob);
    Statement& bindNull(int index);
    /// True for a row, false at the end. Full when the disk is, Malformed when the file is damaged, Io
    /// otherwise.
    Result<bool> step();
    /// For statements without rows.
    Status run();

    std::int64_t integer(int column) const;
    std::string text(int column) const;
    Bytes blob(int column) const;
    bool isNull(int column) const;

    Statement(Statement&&) noexcept;
    Statement& operator=(Statement&&) noexcept;
    ~Statement();

  private:
    friend class Database;
    Statement(Connection& connection, std::string_view sql);
    void note(int resultCode);
    void giveBack();
    Connection* connection_;
    sqlite3_stmt* statement_ = nullptr;
    std::optional<Error> error_;
};

/// One SQLite file in which every page, WAL frames included, is sealed with XChaCha20-Poly1305 by a VFS of
/// ours, so that SQL, indexes and full-text search work as ever and nothing readable reaches the disk (M26).
/// WAL, synchronous=FULL, exclusive lock: a second process gets Unavailable. One thread.
class Database {
  public:
    /// Creates the file (mode 0600) if there is none. Refused for a wrong key, Malformed for a damaged file.
    static Result<Database> open(const std::string& path, const crypto::Key& key);

    Status execute(std::string_view sql);
    /// Errors of a bad statement come out of its first step(). Statements are kept prepared, by their text:
    /// pass constants and bind the values.
    Statement prepare(std::string_view sql);
    std::int64_t lastInsertId() const;
    /// Rows that the last INSERT, UPDATE or DELETE touched.
    int changes() const;

    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    ~Database();

  private:
    friend class Transaction;
    explicit Database(std::unique_ptr<Connection> connection);
    std::unique_ptr<Connection> connection_;
};

/// Rolls back unless committed. Once a statement has failed inside, none runs any more and commit() gives
/// its Error: nothing is ever half done.
class Transaction {
  public:
    explicit Transaction(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    /// The Error of BEGIN, if that failed, or of COMMIT.
    Status commit();

  private:
    Connection& connection_;
    Status begun_;
};

}  // namespace sesame::store
