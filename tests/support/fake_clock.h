// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sesame/base/clock.h"

#include <atomic>

namespace sesame::test {

/// Time moves only when told. Thread-safe.
class FakeClock final : public Clock {
  public:
    std::int64_t wallMs() const override { return wall_; }
    std::int64_t bootMs() const override { return boot_; }
    /// Both clocks, as in life.
    void advance(std::int64_t ms) {
        wall_ += ms;
        boot_ += ms;
    }
    /// Somebody sets the clock.
    void jumpWall(std::int64_t ms) { wall_ += ms; }

  private:
    std::atomic<std::int64_t> wall_ = 1'795'000'000'000;
    std::atomic<std::int64_t> boot_ = 1'000'000;
};

}  // namespace sesame::test
