// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace sesame::share {

/// Which partials a transfer is busy with: no other one touches them meanwhile. Any thread.
class PartialHolds {
  public:
    using Holder = const void*;

    /// False: somebody is busy with it, perhaps the same.
    bool take(const std::string& partial, Holder holder);
    /// Harmless when it is not theirs.
    void letGo(const std::string& partial, Holder holder);

    bool isHeld(const std::string& partial) const;
    bool isHeldBy(const std::string& partial, Holder holder) const;
    std::vector<std::string> heldBy(Holder holder) const;
    std::vector<std::string> all() const;

  private:
    mutable std::mutex mutex_;
    std::map<std::string, Holder> holders_;
};

}  // namespace sesame::share
