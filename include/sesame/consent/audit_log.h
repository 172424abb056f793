// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/clock.h"
#include "sesame/base/ids.h"
#include "sesame/crypto/secret.h"

#include <memory>
#include <string>
#include <vector>

namespace sesame::consent {

/// One line of the diary on the receiver's machine.
struct AuditEntry {
    std::uint64_t index = 0;  ///< 1, 2, 3 … without gaps
    std::int64_t wallMs = 0;
    std::string event;  ///< stable name: "invited", "matched", "asked", "answered", "executed", "refused", …
    std::string peer;   ///< display name and key of the helper
    std::string detail;     ///< what, in the words that were shown
    ByteArray<32> chain{};  ///< MAC over the previous chain value and this entry
};

/// Where entries are kept. `client` implements it over the client database; tests use a fake.
class AuditStorage {
  public:
    virtual ~AuditStorage() = default;
    virtual Status append(const AuditEntry& entry) = 0;
    virtual Result<std::vector<AuditEntry>> load() const = 0;
    /// The last index and chain value, kept apart from the entries so that a cut-off tail shows.
    virtual Status setHead(std::uint64_t index, const ByteArray<32>& chain) = 0;
    virtual Result<std::pair<std::uint64_t, ByteArray<32>>> head() const = 0;
};

/// Append-only, hash-chained with a key of this account (I6, S43, M27). One thread; storage outlives it.
class AuditLog {
  public:
    static Result<AuditLog> open(AuditStorage& storage, const crypto::Key& key, const Clock& clock);

    /// On disk when it returns.
    Status record(std::string event, std::string peer, std::string detail);

    struct Check {
        bool intact = true;
        std::uint64_t firstBad = 0;  ///< index of the first entry that is altered, missing or out of order
    };
    Result<Check> verify() const;
    Result<std::vector<AuditEntry>> entries() const { return storage_->load(); }
    /// Readable text, one entry a line, with the chain values.
    Result<std::string> exportText() const;

  private:
    AuditLog(AuditStorage& storage, crypto::Key key, const Clock& clock, std::uint64_t index,
             ByteArray<32> chain);
    AuditStorage* storage_;
    crypto::Key key_;
    const Clock* clock_;
    std::uint64_t index_;
    ByteArray<32> chain_;
};

}  // namespace sesame::consent
