// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/unit_layout.h"

#include "sesame/crypto/aead.h"

#include <sqlite3.h>

namespace sesame::store {

/// Reads and writes a file of sealed units as if it were plain. Answers in SQLite's result codes, as it
/// stands behind SQLite's file methods. `below` and `key` outlive it.
class SealedFile {
  public:
    SealedFile(sqlite3_file& below, FileKind kind, const crypto::Key& key)
        : SealedFile(below, UnitLayout(kind), key) {}

    /// Never yields bytes that did not authenticate. A page that is missing or forged is SQLITE_CORRUPT.
    /// Anything else that is missing or forged reads as zeros: SQLite peeks at the database header before it
    /// knows whether the log has a newer one, and takes zeros in the log for its end, which is what a write
    /// cut short by a power failure must look like.
    int read(std::span<std::byte> out, std::int64_t offset);
    /// Whole units only: with a fixed page size SQLite writes nothing else. One write below for each.
    int write(ByteView in, std::int64_t offset);
    /// Only at the edge of a unit.
    int truncate(std::int64_t size);
    int size(std::int64_t& out);

  private:
    SealedFile(sqlite3_file& below, UnitLayout layout, const crypto::Key& key)
        : below_(below), layout_(layout), key_(key) {}
    /// SQLITE_IOERR_SHORT_READ if it is not there in full, SQLITE_CORRUPT if it does not authenticate.
    int load(const Unit& unit, Bytes& plain);
    int storeUnit(const Unit& unit, ByteView plain);
    /// Seals zero pages up to `unit`, so that no page of the file is ever a hole.
    int fillGapBefore(const Unit& unit);

    sqlite3_file& below_;
    UnitLayout layout_;
    const crypto::Key& key_;
    crypto::SystemRandom random_;
};

}  // namespace sesame::store
