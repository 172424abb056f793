// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/clock.h"
#include "sesame/base/result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace sesame::share {

class Arrivals;

/// What all that lies in a quarantine may amount to.
struct QuarantineLimits {
    std::uint64_t bytes = 10'000'000'000;
    std::uint64_t files = 10'000;
    std::uint64_t keptFree = 1'000'000'000;  ///< of the disk
};

/// A file that waits for this person's word.
struct QuarantinedFile {
    std::string id;
    std::string path;  ///< as the other side called it: raw bytes, never shown or used as they are
    std::uint64_t size = 0;
    std::int64_t modifiedMs = 0;
    std::int64_t arrivedMs = 0;
    std::string from;
};

/// Where files from others lie until their receiver looks at them (S34): a folder of their own, under names
/// of our own without any ending, readable only to the owner, never more than the limits. Nothing here opens
/// or unpacks what is in them. Any thread.
class Quarantine {
  public:
    static constexpr std::int64_t kPartialAgeMs = 7LL * 24 * 3600 * 1000;

    /// Makes the folder if it is not there; forgets partials that are older than kPartialAgeMs.
    static Result<std::unique_ptr<Quarantine>> open(const std::string& folder, QuarantineLimits limits,
                                                    const Clock& clock);
    ~Quarantine();

    std::vector<QuarantinedFile> files() const;
    /// NotFound when it does not lie here any more.
    Result<QuarantinedFile> file(const std::string& id) const;
    /// Copies one to a folder of this person, under an honest free name, and lets go of it here. The value is
    /// where it is now.
    Result<std::string> release(const std::string& id, const std::string& folder);
    void discard(const std::string& id);

    /// For the files of one put; `put` is the same when it is tried again. This outlives it. What it leaves
    /// in part keeps its room as long as `share` lives, and then until somebody else needs that.
    std::unique_ptr<Arrivals> arrivals(std::string from, std::string put, std::weak_ptr<const void> share);

  private:
    class Store;
    class Put;
    explicit Quarantine(std::unique_ptr<Store> store);
    std::unique_ptr<Store> store_;
};

}  // namespace sesame::share
