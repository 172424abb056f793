// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace sesame::share {

/// How far a share goes; each includes those before it.
enum class Level : std::uint8_t {
    Look = 1,  ///< sees names, sizes and times
    Take = 2,  ///< and gets copies
    Put = 3,   ///< and leaves files in the quarantine
};

/// Chosen by the client; the same number on both sides.
using TransferNumber = std::uint32_t;

/// How a transfer, a file of it, or a request ended.
enum class Ending : std::uint8_t {
    Done = 1,
    Cancelled = 2,   ///< a person said stop
    NotFound = 3,    ///< or not shared
    NotAllowed = 4,  ///< the level does not reach so far
    Changed = 5,     ///< while it was read, or its content does not fit its check
    Full = 6,        ///< disk or quota
    Busy = 7,        ///< too much at once
    Expired = 8,     ///< a listing that has been forgotten
    Failed = 9,      ///< the operating system refused
};
const char* name(Ending ending);

/// Where a transfer stands. Files and bytes that were there already count as done.
struct Progress {
    TransferNumber transfer = 0;
    std::uint64_t files = 0;  ///< as far as they are known
    std::uint64_t bytes = 0;
    bool allKnown = false;
    std::uint64_t filesDone = 0;
    std::uint64_t bytesDone = 0;
    std::uint64_t filesFailed = 0;
    std::uint64_t leftOut = 0;  ///< links, folders that could not be read, and the like, once all is known
    bool operator==(const Progress&) const = default;
};

/// What is told of transfers. Called on the thread of a server or client; hand over, do not block. Paths are
/// raw bytes: show places::shownText() of them only.
struct TransferEvents {
    /// At most ten times a second for each transfer, and before it ends.
    std::function<void(const Progress&)> progress;
    /// The first bytes of this file leave.
    std::function<void(TransferNumber, const std::string& path, std::uint64_t size)> leaving;
    /// This file arrived whole and is on disk under `savedAs`.
    std::function<void(TransferNumber, const std::string& path, const std::string& savedAs)> kept;
    std::function<void(TransferNumber, const std::string& path, Ending why)> failed;
    /// Also when nothing of it could be sent. Not when only the connection was lost.
    std::function<void(TransferNumber, Ending)> ended;
};

}  // namespace sesame::share
