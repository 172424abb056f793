// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/audit_store.h"

#include "sesame/crypto/random.h"

#include <memory>

namespace sesame::client {

/// Writes every step of help into the audit log (I6), inside the transaction that makes the step true. One
/// thread; not movable, because the log points into it.
class Diary {
  public:
    static Result<std::unique_ptr<Diary>> open(Ledger& ledger, crypto::Random& random, const Clock& clock);

    Status record(const std::string& event, const store::ContactRecord& peer, const std::string& detail);
    /// About somebody of whom only the name is known any more.
    Status record(const std::string& event, const std::string& who, const std::string& detail);
    consent::AuditLog& log() { return *log_; }

  private:
    Diary(Ledger& ledger, const Clock& clock) : ledger_(ledger), clock_(clock), storage_(ledger) {}
    Status reopen();

    Ledger& ledger_;
    const Clock& clock_;
    AuditStore storage_;
    crypto::Key key_;
    std::optional<consent::AuditLog> log_;
};

}  // namespace sesame::client
