// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/descriptor.h"
#include "sesame/base/result.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace sesame::share {

/// A file that the other side can send. Its path is legal (isPathBelow()) and otherwise raw.
struct OfferedFile {
    std::string path;
    std::uint64_t size = 0;
    std::int64_t modifiedMs = 0;
    std::uint64_t version = 0;
};

/// Where the files of one transfer arrive. A file grows as a partial, out of sight, until all of it is there
/// and was checked; the partial outlives every crash and is found again by what was offered. keep() is called
/// on another thread than the rest.
class Arrivals {
  public:
    struct Place {
        bool there = false;        ///< the whole file is
        std::uint64_t offset = 0;  ///< else so much of it
    };
    virtual ~Arrivals() = default;

    /// Refused or Full: this file will not be taken. Unavailable: not while the same one is on its way there;
    /// ask again. From now on it is, whatever else is answered, unless it is there: until keep(),
    /// dropPartial(), pause() or finish().
    virtual Result<Place> place(const OfferedFile& file) = 0;
    virtual Status makeFolder(const std::string& path) = 0;
    /// For reading and writing; made if there is none yet. Only of what has its place, as what follows.
    virtual Result<Descriptor> openPartial(const OfferedFile& file) = 0;
    /// Harmless for what is not on its way by this transfer.
    virtual void dropPartial(const OfferedFile& file) = 0;
    /// Puts whole files to disk for good and gives them their names; what those are, one by one.
    virtual std::vector<Result<std::string>> keep(std::span<const OfferedFile> files) = 0;
    /// The connection is gone. What is there in part stays, to be resumed.
    virtual void pause() = 0;
    /// The transfer is over and nothing will be resumed: none of its partials stays. Nothing of it is being
    /// kept any more.
    virtual void finish() = 0;
};

}  // namespace sesame::share
