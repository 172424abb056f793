// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/consent/audit_log.h"

#include "consent/audit_text.h"

#include "sesame/crypto/hash.h"

#include <algorithm>

namespace sesame::consent {
namespace {

using Chain = ByteArray<32>;
constexpr std::string_view kDomain = "sesame audit chain 1";

void putNumber(Bytes& out, std::uint64_t value) {
    for (int shift = 56; shift >= 0; shift -= 8)
        out.push_back(static_cast<std::byte>(value >> shift & 255));
}

/// Every field with its length before it, so that no two entries have the same bytes.
void putText(Bytes& out, std::string_view text) {
    putNumber(out, text.size());
    const ByteView bytes = asBytes(text);
    out.insert(out.end(), bytes.begin(), bytes.end());
}

Chain chainOf(const crypto::Key& key, const Chain& before, const AuditEntry& entry) {
    Bytes message;
    putText(message, kDomain);
    message.insert(message.end(), before.begin(), before.end());
    putNumber(message, entry.index);
    putNumber(message, static_cast<std::uint64_t>(entry.wallMs));
    putText(message, entry.event);
    putText(message, entry.peer);
    putText(message, entry.detail);
    return crypto::keyedHash(key.view(), message);
}

Result<std::pair<std::uint64_t, Chain>> headOf(const AuditStorage& storage) {
    auto head = storage.head();
    if (!head && head.error().code == ErrorCode::NotFound)
        return std::pair<std::uint64_t, Chain>{0, Chain{}};
    return head;
}

}  // namespace

AuditLog::AuditLog(AuditStorage& storage, crypto::Key key, const Clock& clock, std::uint64_t index,
                   Chain chain)
    : storage_(&storage), key_(std::move(key)), clock_(&clock), index_(index), chain_(chain) {
}

Result<AuditLog> AuditLog::open(AuditStorage& storage, const crypto::Key& key, const Clock& clock) {
    SESAME_TRY_ASSIGN(const auto head, headOf(storage));
    SESAME_TRY_ASSIGN(const auto entries, storage.load());
    AuditLog log(storage, key.clone(), clock, head.first, head.second);
    // The power may fail between an entry and its head; only entries that prove themselves are taken up.
    for (const AuditEntry& entry : entries) {
        if (entry.index != log.index_ + 1 || chainOf(key, log.chain_, entry) != entry.chain)
            continue;
        log.index_ = entry.index;
        log.chain_ = entry.chain;
    }
    if (log.index_ != head.first)
        SESAME_TRY(storage.setHead(log.index_, log.chain_));
    return log;
}

Status AuditLog::record(std::string event, std::string peer, std::string detail) {
    AuditEntry entry{index_ + 1, clock_->wallMs(), std::move(event), std::move(peer), std::move(detail), {}};
    entry.chain = chainOf(key_, chain_, entry);
    SESAME_TRY(storage_->append(entry));
    index_ = entry.index;
    chain_ = entry.chain;
    return storage_->setHead(index_, chain_);
}

Result<AuditLog::Check> AuditLog::verify() const {
    SESAME_TRY_ASSIGN(const auto head, headOf(*storage_));
    SESAME_TRY_ASSIGN(const auto entries, storage_->load());
    Chain chain{};
    std::uint64_t index = 0;
    for (const AuditEntry& entry : entries) {
        ++index;
        chain = chainOf(key_, chain, entry);
        const bool headDiffers = index == head.first && chain != head.second;
        if (entry.index != index || entry.chain != chain || headDiffers)
            return Check{false, index};
    }
    // What this object wrote itself counts like the head: entries and head may have been cut together.
    if (index < std::max(head.first, index_))
        return Check{false, index + 1};
    return Check{};
}

Result<std::string> AuditLog::exportText() const {
    SESAME_TRY_ASSIGN(const auto entries, storage_->load());
    std::string out;
    for (const AuditEntry& entry : entries)
        out += auditLine(entry) + '\n';
    return out;
}

}  // namespace sesame::consent
