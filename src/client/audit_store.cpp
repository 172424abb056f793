// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/audit_store.h"

namespace sesame::client {
namespace {

constexpr const char* kHead = "audit.head";
constexpr std::size_t kIndexBytes = 8;

}  // namespace

Status AuditStore::append(const consent::AuditEntry& entry) {
    return ledger_.store().appendAudit(
        {entry.index, entry.wallMs, entry.event, entry.peer, entry.detail, entry.chain});
}

Result<std::vector<consent::AuditEntry>> AuditStore::load() const {
    SESAME_TRY_ASSIGN(const auto records, ledger_.store().audit());
    std::vector<consent::AuditEntry> out;
    out.reserve(records.size());
    for (const auto& record : records)
        out.push_back({record.index, record.wallMs, record.event, record.peer, record.detail, record.chain});
    return out;
}

Status AuditStore::setHead(std::uint64_t index, const ByteArray<32>& chain) {
    Bytes value;
    for (std::size_t i = 0; i < kIndexBytes; ++i)
        value.push_back(static_cast<std::byte>(index >> (8 * i)));
    value.insert(value.end(), chain.begin(), chain.end());
    return ledger_.store().setValue(kHead, value);
}

Result<std::pair<std::uint64_t, ByteArray<32>>> AuditStore::head() const {
    SESAME_TRY_ASSIGN(const auto value, ledger_.store().value(kHead));
    if (!value)
        return std::pair(std::uint64_t{0}, ByteArray<32>{});
    if (value->size() != kIndexBytes + 32)
        return Error{ErrorCode::Malformed, "audit head has a wrong size"};
    std::uint64_t index = 0;
    for (std::size_t i = 0; i < kIndexBytes; ++i)
        index |= std::to_integer<std::uint64_t>((*value)[i]) << (8 * i);
    SESAME_TRY_ASSIGN(const auto chain, toArray<32>(ByteView(*value).subspan(kIndexBytes)));
    return std::pair(index, chain);
}

}  // namespace sesame::client
