// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/parcel_shelf.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <string>

namespace sesame::hub {

/// Counters of one hub, without names or content. Thread-safe.
struct Metrics {
    std::atomic<std::int64_t> connections{0};
    std::atomic<std::int64_t> sessions{0};
    std::atomic<std::uint64_t> connectionsRefused{0};
    std::atomic<std::uint64_t> logIns{0};
    std::atomic<std::uint64_t> framesMalformed{0};
    std::atomic<std::uint64_t> mailsAccepted{0};
    std::atomic<std::uint64_t> mailsSent{0};
    std::atomic<std::uint64_t> mailsAcknowledged{0};
    std::atomic<std::uint64_t> mailsRecognised{0};
    std::atomic<std::uint64_t> overflows{0};
    std::atomic<std::int64_t> relays{0};
    std::atomic<std::uint64_t> relayedBytes{0};
    /// By the number of the refusal's code on the wire.
    std::array<std::atomic<std::uint64_t>, 16> refusals{};

    /// Prometheus text format; `commits` and `changes` come from the store.
    std::string text(std::uint64_t commits, std::uint64_t changes, std::uint64_t failures) const;
};

/// The same for parcels.
std::string metricsText(const ParcelShelf::Statistics& parcels);

}  // namespace sesame::hub
