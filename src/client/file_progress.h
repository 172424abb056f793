// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace sesame::client {

/// How far a transfer is.
struct FileProgress {
    enum class Wait : std::uint8_t {
        None,
        Hub,   ///< the hub holds as much as it may for this account
        Peer,  ///< the rest has not been sent yet
    };
    std::uint64_t done = 0;  ///< bytes of the file
    Wait wait = Wait::None;
};

}  // namespace sesame::client
