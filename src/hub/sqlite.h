// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/bytes.h"

#include <filesystem>
#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace sesame::hub {

/// A prepared statement, used again and again. Binding counts from 1, columns from 0, as in SQLite. One
/// thread.
class Statement {
  public:
    Statement(sqlite3* database, sqlite3_stmt* statement) : database_(database), statement_(statement) {}

    Statement& bind(int index, std::int64_t value);
    /// Text and blobs are not copied: they must outlive the last step().
    Statement& bind(int index, std::string_view text);
    Statement& bind(int index, ByteView blob);

    /// True: a row is there. An error leaves the statement reset.
    Result<bool> step();
    void reset();
    /// One step, then reset; for statements without rows.
    Status run();

    std::int64_t number(int column) const;
    ByteView blob(int column) const;
    std::string text(int column) const;

  private:
    struct Finalise {
        void operator()(sqlite3_stmt* statement) const;
    };
    sqlite3* database_;
    std::unique_ptr<sqlite3_stmt, Finalise> statement_;
};

/// One connection to a SQLite file. One thread at a time.
class SqliteConnection {
  public:
    static Result<SqliteConnection> open(const std::filesystem::path& file);

    Status execute(const char* sql);
    Result<Statement> prepare(std::string_view sql);
    /// Rows changed by the last statement.
    int changes() const;

  private:
    struct Close {
        void operator()(sqlite3* database) const;
    };
    explicit SqliteConnection(sqlite3* database) : database_(database) {}
    std::unique_ptr<sqlite3, Close> database_;
};

}  // namespace sesame::hub
