// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/desktop/geometry.h"

#include <cstdint>
#include <deque>

namespace sesame::desktop {

/// Whether a hand on the mouse means to move it. A trembling hand goes to and fro, a resting hand creeps or
/// gets a knock; a hand that wants to get somewhere gets away from where it was. Deliberate is, within
/// kWindowMs: kFar pixels away if at least half of the way led there, or kVeryFar pixels away in any case.
class HandMotion {
  public:
    static constexpr int kFar = 64;
    static constexpr int kVeryFar = 120;
    static constexpr std::int64_t kWindowMs = 1500;

    /// The hand moved the pointer by so much. True when that makes the movement deliberate; from there it is
    /// measured anew.
    bool moved(Point by, std::int64_t nowMs);

  private:
    struct Stop {
        std::int64_t ms;
        double x, y;
        double way;  ///< all the way that led here, there and back
    };
    Stop now_{0, 0, 0, 0};
    std::deque<Stop> past_;
};

/// Three fast shakes of the mouse: six long strokes, each against the one before, within two seconds.
class MouseShake {
  public:
    static constexpr int kStroke = 120;
    static constexpr std::size_t kStrokes = 6;
    static constexpr std::int64_t kWindowMs = 2000;

    /// True when this completes the third shake.
    bool moved(Point by, std::int64_t nowMs);

  private:
    struct Axis {
        int at = 0;
        int turn = 0;       ///< the farthest point of the present stroke
        int direction = 0;  ///< of the present stroke
        std::deque<std::int64_t> strokes{};
        bool moved(int by, std::int64_t nowMs);
    };
    Axis across_;
    Axis along_;
};

}  // namespace sesame::desktop
