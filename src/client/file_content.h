// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/parcel_id.h"

#include <string>

/// What two clients say about files (docs/protocol-parcels.md). Pure; any thread.
namespace sesame::client {

/// A file to be had. Its message id names it from here on.
struct FileOfferContent {
    ParcelId parcel;
    ByteArray<32> key{};
    std::string name;  ///< raw
    std::uint64_t size = 0;
    std::int64_t expiresMs = 0;
    bool operator==(const FileOfferContent&) const = default;
};
struct FileAnswerContent {
    enum class Answer : std::uint8_t {
        Wanted = 1,     ///< receiver: it is being fetched, and the hub may not have all of it
        Saved = 2,      ///< receiver
        Declined = 3,   ///< receiver
        Withdrawn = 4,  ///< sender
        Gone = 5,       ///< sender: the file is not what was offered any more
    };
    MessageId file;
    Answer answer = Answer::Wanted;
    bool operator==(const FileAnswerContent&) const = default;
};

}  // namespace sesame::client
