// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace sesame {

/// Time, passed in wherever it matters so that tests own it. Thread-safe.
class Clock {
  public:
    virtual ~Clock() = default;
    /// Milliseconds since 1970-01-01 UTC; may jump when somebody sets the clock.
    virtual std::int64_t wallMs() const = 0;
    /// Milliseconds since boot, suspend included (CLOCK_BOOTTIME); never jumps.
    virtual std::int64_t bootMs() const = 0;
};

/// The machine's own clocks.
class SystemClock final : public Clock {
  public:
    std::int64_t wallMs() const override;
    std::int64_t bootMs() const override;
};

}  // namespace sesame
