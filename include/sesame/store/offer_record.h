// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/store/records.h"

namespace sesame::store {

/// Names a set of rules of one helper over all offers of it.
using SetId = FixedId<struct SetIdTag, 16>;

enum class OfferState : std::uint8_t {
    Open = 1,
    Accepted = 2,
    Declined = 3,
    Withdrawn = 4,  ///< by the helper, or with the contact's key
    Expired = 5,
    Replaced = 6,  ///< by a newer offer of the same set
};

/// A set of rules that a helper offers, on either side. None of them is in use before it is accepted.
struct OfferRecord {
    MessageId id;
    ContactId contact;
    Direction direction = Direction::Incoming;
    SetId set;
    std::string name;
    OfferState state = OfferState::Open;
    std::int64_t madeMs = 0;
    std::int64_t madeBootMs = 0;
    std::string bootId;  ///< boot clocks compare only within one boot
    std::int64_t expiresMs = 0;
    std::uint32_t count = 0;
    std::uint32_t taken = 0;  ///< Accepted: so many are in use since
    Bytes rules;              ///< as they came, each signed
};

}  // namespace sesame::store
