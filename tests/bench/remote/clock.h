// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <ctime>

namespace sesame::bench {

/// The clock that all programs of one run share.
inline std::int64_t nowNs() {
    timespec time{};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1'000'000'000LL + time.tv_nsec;
}

/// Numbers that are the same in every run.
class Dice {
  public:
    unsigned below(unsigned bound) {
        state_ = state_ * 6'364'136'223'846'793'005ULL + 1'442'695'040'888'963'407ULL;
        return static_cast<unsigned>(state_ >> 33U) % bound;
    }

  private:
    std::uint64_t state_ = 42;
};

}  // namespace sesame::bench
