// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/remote/viewer.h"

#include <array>
#include <chrono>

namespace sesame::remote {

/// Counts updates and bytes of the last second. One thread.
class UpdateRate {
  public:
    using Time = std::chrono::steady_clock::time_point;
    void updated(Time now) { ++slot(now).updates; }
    void received(std::uint64_t bytes, Time now) { slot(now).bytes += bytes; }
    /// The figures that are known here.
    ViewerFigures latest(Time now) const;

  private:
    struct Slot {
        std::int64_t number = -1;
        std::uint64_t bytes = 0;
        unsigned updates = 0;
    };
    Slot& slot(Time now);
    std::array<Slot, 10> slots_{};
};

}  // namespace sesame::remote
