// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/parcel_id.h"
#include "sesame/hub/mail_store.h"

namespace sesame::hub {

/// Names one parcel: whose it is, and the number its sender chose for it.
struct ParcelKey {
    AccountId sender{};
    ParcelId id;
    auto operator<=>(const ParcelKey&) const = default;
};

/// What the hub must not forget of a parcel. Of its bytes, those from `taken` to `stored` lie in files.
struct ParcelRow {
    ParcelKey key;
    AccountId recipient{};
    std::uint64_t stored = 0;
    std::uint64_t taken = 0;
    std::int64_t touchedMs = 0;  ///< when it last moved, on the wall clock
};

/// The parcels of a hub, without their bytes. Threads, order and errors are those of MailStore.
class ParcelLedger {
  public:
    template <typename T>
    using Callback = std::function<void(Result<T>)>;

    virtual ~ParcelLedger() = default;

    virtual void allParcels(Callback<std::vector<ParcelRow>> done) = 0;
    /// New, or as it is now.
    virtual void putParcel(ParcelRow row, Callback<void> done) = 0;
    virtual void removeParcel(ParcelKey key, Callback<void> done) = 0;
};

}  // namespace sesame::hub
