// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/rate_limit.h"

#include "sesame/hub/mail_store.h"

#include <array>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace sesame::hub {

/// What one account may do, however often it connects (docs/hub.md).
struct AccountLimits {
    Rate mails{500, 2'000};
    Rate prekeyFetches{5, 200};
    Rate tagTables{2, 200};
    /// A client asks once for each contact after its log-in.
    Rate waitingQueries{50, 1'000};
    /// Bytes of mail on their way to the disk.
    std::size_t unstoredBytes = 2 * 1024 * 1024;
};

/// What is left of one account's limits. Thread-safe: a newer connection uses it while the older one ends.
class Allowance {
  public:
    enum class Spending : std::uint8_t { Mail, PrekeyFetch, TagTable, WaitingQuery };

    Allowance(const AccountLimits& limits, std::int64_t nowMs);

    /// 0: taken. Otherwise nothing is, and it is how many milliseconds to wait.
    std::int64_t take(Spending what, std::int64_t nowMs);
    /// The same for a mail of `bytes`; if they are taken, stored() gives them back.
    std::int64_t takeMail(std::size_t bytes, std::int64_t nowMs);
    void stored(std::size_t bytes);
    /// As good as new.
    bool isWhole(std::int64_t nowMs);

  private:
    std::int64_t takeLocked(Spending what, std::int64_t nowMs);

    std::mutex mutex_;
    std::array<TokenBucket, 4> buckets_;  // one for each Spending
    const std::size_t mostUnstoredBytes_;
    std::size_t unstoredBytes_ = 0;
};

/// The allowances of the accounts that are connected, and of those that left before theirs was whole again:
/// who comes back goes on with what was left. Thread-safe.
class AllowanceBoard {
  public:
    std::shared_ptr<Allowance> of(AccountId account, const AccountLimits& limits, std::int64_t nowMs);

  private:
    void forgetWhole(std::int64_t nowMs);

    static constexpr std::size_t kFew = 64;

    std::mutex mutex_;
    std::unordered_map<AccountId, std::shared_ptr<Allowance>> allowances_;
    std::size_t tidyAt_ = kFew;
};

}  // namespace sesame::hub
