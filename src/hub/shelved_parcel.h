// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/parcel_shelf.h"

#include <deque>

namespace sesame::hub {

/// One parcel as its shelf knows it. Its bytes up to `received` are taken, or in the files, or went straight
/// by and are in memory until they are confirmed.
struct ParcelShelf::Parcel {
    struct Piece {
        std::uint64_t offset = 0;
        Bytes bytes;
        std::int64_t cameMs = 0;  ///< since boot
        std::uint64_t end() const { return offset + bytes.size(); }
    };

    ParcelRow row;                 ///< as the ledger has it, or is about to
    std::uint64_t received = 0;    ///< perhaps not for good yet
    std::uint64_t filed = 0;       ///< where the files end; 0: there are none
    std::uint64_t synced = 0;      ///< of it, what the ledger was last told
    std::uint64_t recorded = 0;    ///< of what was taken, what the ledger was last told
    std::uint64_t given = 0;       ///< to the receiver on its present connection
    std::deque<Piece> passing;     ///< in order, up to `received`
    std::uint64_t epoch = 0;       ///< another one after each rewind: what was flushed before does not count
    bool full = false;             ///< the sender was told to wait
    std::int64_t holdUntilMs = 0;  ///< since boot; so long the sender waits for a receiver who catches up
    bool slow = false;             ///< the receiver did not keep pace, and has not caught up since
    EndPtr sender;
    EndPtr receiver;

    std::uint64_t lying() const { return received - row.taken; }
    std::size_t passingBytes() const {
        return passing.empty() ? 0 : static_cast<std::size_t>(received - passing.front().offset);
    }
};

}  // namespace sesame::hub
