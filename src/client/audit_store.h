// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/ledger.h"

#include "sesame/consent/audit_log.h"

namespace sesame::client {

/// The audit log's place in the client database; its head is kept among the values, apart from the entries.
class AuditStore final : public consent::AuditStorage {
  public:
    explicit AuditStore(Ledger& ledger) : ledger_(ledger) {}

    Status append(const consent::AuditEntry& entry) override;
    Result<std::vector<consent::AuditEntry>> load() const override;
    Status setHead(std::uint64_t index, const ByteArray<32>& chain) override;
    Result<std::pair<std::uint64_t, ByteArray<32>>> head() const override;

  private:
    Ledger& ledger_;
};

}  // namespace sesame::client
