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

    /// Refused or Full: this file will not be taken.
    virtual Result<Place> place(const OfferedFile& file) = 0;
    virtual Status makeFolder(const std::string& path) = 0;
    /// For reading and writing; made if there is none yet.
    virtual Result<Descriptor> openPartial(const OfferedFile& file) = 0;
    virtual void dropPartial(const OfferedFile& file) = 0;
    /// Puts whole files to disk for good and gives them their names; what those are, one by one.
    virtual std::vector<Result<std::string>> keep(std::span<const OfferedFile> files) = 0;
    /// The transfer is over and nothing will be resumed.
    virtual void finish() = 0;
};

}  // namespace sesame::share
