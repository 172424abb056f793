// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/parcel_id.h"
#include "sesame/store/records.h"

namespace sesame::store {

enum class FileState : std::uint8_t {
    Offered = 1,    ///< incoming: waits for this user's word
    Moving = 2,     ///< outgoing: on its way to the hub. Incoming: on its way here
    Waiting = 3,    ///< outgoing: all of it lies at the hub
    Done = 4,       ///< the receiver has it
    Declined = 5,   ///< by the receiver
    Cancelled = 6,  ///< by the sender
    Expired = 7,
    Failed = 8,
};

/// A file that was sent as a message, on either side.
struct FileRecord {
    MessageId id;
    ContactId contact;
    Direction direction = Direction::Incoming;
    FileState state = FileState::Offered;
    ParcelId parcel;
    ByteArray<32> key{};
    std::string name;  ///< raw
    std::uint64_t size = 0;
    std::uint64_t version = 0;  ///< outgoing: of the file as it was offered
    std::string
        path;  ///< outgoing: of the file. Incoming: of the folder it goes to, and of the file once it is here
    std::int64_t expiresMs = 0;
    std::string reason;  ///< Failed: stable code
};

}  // namespace sesame::store
