// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/diary.h"

namespace sesame::client {
namespace {

constexpr const char* kKey = "audit.key";
constexpr std::size_t kShownKeyDigits = 16;

}  // namespace

Result<std::unique_ptr<Diary>> Diary::open(Ledger& ledger, crypto::Random& random, const Clock& clock) {
    std::unique_ptr<Diary> diary(new Diary(ledger, clock));
    Bytes key = ledger.bytes(kKey);
    if (key.empty()) {
        key = toBytes(random.bytes<32>());
        SESAME_TRY(ledger.store().setValue(kKey, key));
    }
    SESAME_TRY_ASSIGN(const auto keyArray, toArray<32>(key));
    diary->key_ = crypto::Key(keyArray);
    SESAME_TRY(diary->reopen());
    // The log counts on in memory; what was rolled back must not leave a gap in the chain.
    ledger.onRollback([self = diary.get()] { static_cast<void>(self->reopen()); });
    return diary;
}

Status Diary::reopen() {
    SESAME_TRY_ASSIGN(auto log, consent::AuditLog::open(storage_, key_, clock_));
    if (log_)
        *log_ = std::move(log);
    else
        log_.emplace(std::move(log));
    return {};
}

Status Diary::record(const std::string& event, const store::ContactRecord& peer, const std::string& detail) {
    const std::string& shown = peer.ownName.empty() ? peer.name : peer.ownName;
    const std::string who = shown + " (" + peer.identity.hex().substr(0, kShownKeyDigits) + ")";
    return record(event, who, detail);
}

Status Diary::record(const std::string& event, const std::string& who, const std::string& detail) {
    return ledger_.transact([&] { return log_->record(event, who, detail); });
}

}  // namespace sesame::client
