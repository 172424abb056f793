// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store_key.h"

#include <memory>
#include <optional>
#include <string>

struct sqlite3_vfs;

namespace sesame::store {

/// The door of one database to the file system: a VFS of its own, registered while it lives, over SQLite's
/// default one. Knows two files, the database and its write-ahead log, and seals both; temporary files stay
/// in memory; rollback journals are refused, and one that lies there is not seen. Opening the main file
/// gives SQLITE_AUTH for a wrong key and SQLITE_NOTADB for a file that is none of ours.
class SealedVfs {
  public:
    explicit SealedVfs(crypto::Key userKey);
    ~SealedVfs();
    SealedVfs(const SealedVfs&) = delete;
    SealedVfs& operator=(const SealedVfs&) = delete;

    /// For sqlite3_open_v2. Of the connections that use it only one may be open.
    const char* name() const { return name_.c_str(); }

    /// The rest is for SQLite's callbacks.
    sqlite3_vfs& below() const { return below_; }
    const crypto::Key& userKey() const { return userKey_; }
    std::optional<StoreKey>& storeKey() { return storeKey_; }

  private:
    crypto::Key userKey_;
    std::optional<StoreKey> storeKey_;
    std::string name_;
    sqlite3_vfs& below_;
    std::unique_ptr<sqlite3_vfs> vfs_;
};

}  // namespace sesame::store
