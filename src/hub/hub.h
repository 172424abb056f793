// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/directory.h"
#include "hub/log.h"
#include "hub/metrics.h"
#include "hub/presence_board.h"
#include "hub/rate_limit.h"
#include "hub/relay_board.h"

#include "sesame/base/clock.h"
#include "sesame/crypto/random.h"
#include "sesame/hub/mail_store.h"
#include "sesame/wire/limits.h"

#include <chrono>

namespace sesame::hub {

class ParcelShelf;

/// What one connection and one account may do (docs/hub.md).
struct Limits {
    std::chrono::milliseconds authentication{std::chrono::seconds(wire::kAuthenticationSeconds)};
    std::size_t unauthenticated = 2'000;
    std::size_t unauthenticatedPerAddress = 100;
    Rate mails{500, 2'000};
    Rate frames{2'000, 8'000};
    Rate prekeyFetches{5, 200};
    Rate tagTables{2, 200};
    FetchLimits deliveryWindow{256, 1024 * 1024};
    /// Bytes of one session's mail on their way to the disk.
    std::size_t unstoredBytes = 2 * 1024 * 1024;
};

/// What every session of a hub shares. Outlives them all.
struct Hub {
    std::string name;
    ByteArray<32> fingerprint{};
    bool registrationOpen = true;
    Limits limits;
    MailStore& store;
    crypto::Random& random;
    const Clock& clock;
    const Log& log;
    Metrics metrics{};
    Directory directory{};
    PresenceBoard presence{};
    RelayBoard relays{};
    ParcelShelf* parcels = nullptr;  ///< none: this hub knows no parcels
};

}  // namespace sesame::hub
