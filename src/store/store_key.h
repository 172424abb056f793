// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/unit_layout.h"

#include "sesame/crypto/random.h"
#include "sesame/crypto/secret.h"

namespace sesame::store {

using StoreHeader = ByteArray<kHeaderSize>;

/// The key of one database, derived from the user's key and the salt in the header of its main file: units
/// of another database under the same user key do not open. The header also proves the key, which tells a
/// wrong key from damage.
class StoreKey {
  public:
    /// For a new database.
    static StoreKey make(const crypto::Key& userKey, crypto::Random& random);
    /// Malformed if these bytes are no header, Refused if the key is not the one it was made with.
    static Result<StoreKey> fromHeader(const crypto::Key& userKey, const StoreHeader& header);

    const StoreHeader& header() const { return header_; }
    const crypto::Key& key() const { return key_; }

  private:
    StoreKey(crypto::Key key, const StoreHeader& header) : key_(std::move(key)), header_(header) {}
    crypto::Key key_;
    StoreHeader header_{};
};

}  // namespace sesame::store
