// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/ledger.h"
#include "hub.pb.h"

#include "sesame/base/clock.h"
#include "sesame/crypto/prekeys.h"

namespace sesame::client {

/// Keys that others may start a session with: kept on disk before the hub gets their public halves. One
/// thread.
class PrekeyShelf {
  public:
    static constexpr std::uint32_t kLowWater = 20;
    static constexpr std::int64_t kRotateMs = 7LL * 24 * 3600 * 1000;
    static constexpr std::int64_t kKeepOldMs = 30LL * 24 * 3600 * 1000;

    PrekeyShelf(Ledger& ledger, crypto::Random& random, const Clock& clock)
        : ledger_(ledger), random_(random), clock_(clock) {}

    /// What to publish now, given how many one-time prekeys the hub has left; nullopt when it has enough.
    /// Makes and keeps the private halves, and forgets signed prekeys after their time.
    Result<std::optional<wire::pb::PublishPrekeys>> due(const crypto::Identity& identity,
                                                        std::uint32_t leftAtHub);
    /// The hub has this signed prekey now.
    Status published(std::uint32_t signedPrekeyId);
    /// The hub has none of ours any more.
    Status forgetPublished();

  private:
    Result<store::PrekeyRecord> make(bool oneTime);
    Result<store::PrekeyRecord> currentSigned();
    Status addOneTime(std::uint32_t count, wire::pb::PublishPrekeys& out);

    Ledger& ledger_;
    crypto::Random& random_;
    const Clock& clock_;
};

}  // namespace sesame::client
