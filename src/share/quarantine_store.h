// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "share/partial_folder.h"
#include "share/partial_holds.h"

#include "sesame/share/quarantine.h"

#include <map>
#include <mutex>

namespace sesame::share {

/// The folder of a quarantine, and what of its limits is used up. Any thread.
class Quarantine::Store {
  public:
    static Result<std::unique_ptr<Store>> open(const std::string& folder, QuarantineLimits limits,
                                               const Clock& clock);

    const PartialFolder& partials() const { return partials_; }
    /// Of those that are on their way, by id.
    PartialHolds& holds() { return holds_; }
    const Descriptor& folder() const { return folder_; }
    const Clock& clock() const { return clock_; }

    /// From now on so much counts for this one, which is held. Full beyond the limits even without what
    /// nobody will resume, which is then gone.
    Status charge(const std::string& id, std::uint64_t bytes);
    /// What is really there counts, whatever was promised.
    void recount(const std::string& id);
    /// A partial stays while `share` lives, whose guest may resume it.
    void leave(const std::string& id, std::weak_ptr<const void> share);

    bool has(const std::string& id) const;
    std::vector<QuarantinedFile> files() const;
    Result<QuarantinedFile> describe(const std::string& id) const;
    /// Written before the content gets its place, so that no file is without one.
    Status write(const QuarantinedFile& file) const;
    void remove(const std::string& id);
    /// With what was written about it, if the content never got its place.
    void dropPartial(const std::string& id);

  private:
    Store(Descriptor folder, PartialFolder partials, QuarantineLimits limits, const Clock& clock)
        : folder_(std::move(folder)), partials_(std::move(partials)), limits_(limits), clock_(clock) {}
    void countAll();
    std::uint64_t bytesOf(const std::string& id) const;
    // Under the mutex.
    Status checkLimits(const std::string& id, std::uint64_t bytes) const;
    bool hasRoomFor(const std::string& id, std::uint64_t bytes) const;
    std::uint64_t unwritten(const std::string& except) const;
    std::uint64_t chargeOf(const std::string& id) const;
    void count(const std::string& id, std::uint64_t bytes);
    void countAnew(const std::string& id);
    void dropStale();

    Descriptor folder_;
    PartialFolder partials_;
    PartialHolds holds_;
    QuarantineLimits limits_;
    const Clock& clock_;
    std::mutex mutex_;
    std::map<std::string, std::uint64_t> charged_;
    std::map<std::string, std::weak_ptr<const void>> left_;  ///< partials, and the shares they belong to
    std::uint64_t bytes_ = 0;
};

/// Whether a name is one that a quarantine gives: 32 hexadecimal digits.
bool isQuarantineId(std::string_view name);

}  // namespace sesame::share
