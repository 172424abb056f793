// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/allowance.h"

#include <algorithm>

namespace sesame::hub {

Allowance::Allowance(const AccountLimits& limits, std::int64_t nowMs)
    : buckets_{TokenBucket(limits.mails, nowMs), TokenBucket(limits.prekeyFetches, nowMs),
               TokenBucket(limits.tagTables, nowMs), TokenBucket(limits.waitingQueries, nowMs)},
      mostUnstoredBytes_(limits.unstoredBytes) {
}

std::int64_t Allowance::takeLocked(Spending what, std::int64_t nowMs) {
    TokenBucket& bucket = buckets_[static_cast<std::size_t>(what)];
    return bucket.take(1, nowMs) ? 0 : bucket.waitMs(1);
}

std::int64_t Allowance::take(Spending what, std::int64_t nowMs) {
    const std::lock_guard lock(mutex_);
    return takeLocked(what, nowMs);
}

std::int64_t Allowance::takeMail(std::size_t bytes, std::int64_t nowMs) {
    const std::lock_guard lock(mutex_);
    if (unstoredBytes_ + bytes > mostUnstoredBytes_)
        return 1;
    const std::int64_t waitMs = takeLocked(Spending::Mail, nowMs);
    if (waitMs == 0)
        unstoredBytes_ += bytes;
    return waitMs;
}

void Allowance::stored(std::size_t bytes) {
    const std::lock_guard lock(mutex_);
    unstoredBytes_ -= bytes;
}

bool Allowance::isWhole(std::int64_t nowMs) {
    const std::lock_guard lock(mutex_);
    return unstoredBytes_ == 0 && std::all_of(buckets_.begin(), buckets_.end(),
                                              [nowMs](TokenBucket& bucket) { return bucket.isFull(nowMs); });
}

std::shared_ptr<Allowance> AllowanceBoard::of(AccountId account, const AccountLimits& limits,
                                              std::int64_t nowMs) {
    const std::lock_guard lock(mutex_);
    if (allowances_.size() >= tidyAt_)
        forgetWhole(nowMs);
    auto& allowance = allowances_[account];
    if (!allowance)
        allowance = std::make_shared<Allowance>(limits, nowMs);
    return allowance;
}

// Only when there are twice as many as last time, so that its cost is spread over those who came since.
void AllowanceBoard::forgetWhole(std::int64_t nowMs) {
    std::erase_if(allowances_, [nowMs](const auto& entry) {
        const auto& allowance = entry.second;
        return allowance.use_count() == 1 && allowance->isWhole(nowMs);
    });
    tidyAt_ = std::max(kFew, 2 * allowances_.size());
}

}  // namespace sesame::hub
