// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/allowance.h"
#include "hub/directory.h"
#include "hub/log.h"
#include "hub/metrics.h"
#include "hub/presence_board.h"
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
    Rate frames{2'000, 8'000};
    AccountLimits account;
    FetchLimits deliveryWindow{256, 1024 * 1024};
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
    AllowanceBoard allowances{};
    PresenceBoard presence{};
    RelayBoard relays{};
    ParcelShelf* parcels = nullptr;  ///< none: this hub knows no parcels
};

}  // namespace sesame::hub
