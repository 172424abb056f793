// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop/hand_motion.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>

namespace sesame::desktop {
namespace {

/// A hand that is at `where(ms)`, reported 125 times a second, until `until` says so or time is over.
template <typename Detector>
std::int64_t firstAfter(const std::function<Point(std::int64_t)>& where, std::int64_t lastMs) {
    Detector detector;
    Point before = where(0);
    for (std::int64_t ms = 8; ms <= lastMs; ms += 8) {
        const Point now = where(ms);
        if (detector.moved({now.x - before.x, now.y - before.y}, ms))
            return ms;
        before = now;
    }
    return -1;
}

Point swing(double pixels, double hertz, std::int64_t ms) {
    const double turn = 2 * M_PI * hertz * static_cast<double>(ms) / 1000;
    return {static_cast<int>(std::lround(pixels * std::sin(turn))),
            static_cast<int>(std::lround(pixels / 2 * std::cos(turn * 1.3)))};
}

// S28: a trembling or resting hand must not take the mouse from the helper.
TEST(HandMotion, TakesNoTremblingForAMovement) {
    for (const double hertz : {3.0, 5.0, 8.0, 12.0})
        for (const double pixels : {2.0, 8.0, 15.0, 25.0})
            EXPECT_EQ(firstAfter<HandMotion>([&](auto ms) { return swing(pixels, hertz, ms); }, 60'000), -1)
                << pixels << " pixels, " << hertz << " times a second";
}

TEST(HandMotion, TakesNoCreepingForAMovement) {
    EXPECT_EQ(firstAfter<HandMotion>(
                  [](auto ms) {
                      return Point{static_cast<int>(ms / 40), 0};
                  },
                  60'000),
              -1);
    // Trembling and creeping at once.
    const auto both = [](auto ms) {
        const Point tremble = swing(10, 6, ms);
        return Point{tremble.x + static_cast<int>(ms / 100), tremble.y};
    };
    EXPECT_EQ(firstAfter<HandMotion>(both, 60'000), -1);
}

TEST(HandMotion, TakesNoKnockForAMovement) {
    const auto knocked = [](auto ms) { return ms > 500 ? Point{25, 15} : Point{}; };
    EXPECT_EQ(firstAfter<HandMotion>(knocked, 5000), -1);
}

TEST(HandMotion, KnowsAMovementSoon) {
    const auto at = [](int pixelsPerSecond) {
        return firstAfter<HandMotion>(
            [=](auto ms) {
                return Point{0, static_cast<int>(ms * pixelsPerSecond / 1000)};
            },
            5000);
    };
    EXPECT_GT(at(1000), 0);
    EXPECT_LE(at(1000), 72);
    EXPECT_LE(at(300), 220);
    EXPECT_GT(at(60), 0) << "slow hands are hands, too";
}

TEST(HandMotion, KnowsTheMovementOfATremblingHand) {
    const auto both = [](auto ms) {
        const Point tremble = swing(15, 6, ms);
        return Point{tremble.x + static_cast<int>(ms / 4), tremble.y};
    };
    const std::int64_t noticed = firstAfter<HandMotion>(both, 5000);
    EXPECT_GT(noticed, 0);
    EXPECT_LE(noticed, 600);
}

TEST(HandMotion, SaysSoAgainWhileTheMovementGoesOn) {
    HandMotion motion;
    int times = 0;
    for (int ms = 8; ms <= 2000; ms += 8)
        times += motion.moved({4, 0}, ms) ? 1 : 0;
    EXPECT_GE(times, 12);
}

/// To and fro between 0 and `pixels`, a stroke every `strokeMs`.
Point scrub(int pixels, int strokeMs, std::int64_t ms) {
    const auto phase = static_cast<int>(ms % (2 * strokeMs));
    return {pixels * (phase < strokeMs ? phase : 2 * strokeMs - phase) / strokeMs, 0};
}

TEST(MouseShake, TakesThreeFastOnes) {
    const std::int64_t noticed = firstAfter<MouseShake>([](auto ms) { return scrub(300, 150, ms); }, 5000);
    EXPECT_GT(noticed, 5 * 150) << "three shakes are six strokes";
    EXPECT_LE(noticed, 6 * 150);
    // Up and down as well.
    EXPECT_GT(firstAfter<MouseShake>(
                  [](auto ms) {
                      const Point at = scrub(300, 150, ms);
                      return Point{0, at.x};
                  },
                  5000),
              0);
}

TEST(MouseShake, IsNoTremblingAndNoSlowWork) {
    EXPECT_EQ(firstAfter<MouseShake>([](auto ms) { return swing(40, 8, ms); }, 60'000), -1);
    EXPECT_EQ(firstAfter<MouseShake>([](auto ms) { return scrub(800, 500, ms); }, 60'000), -1);
    EXPECT_EQ(firstAfter<MouseShake>([](auto ms) { return scrub(100, 100, ms); }, 60'000), -1);
}

TEST(MouseShake, ForgetsShakesOfLongAgo) {
    const auto paused = [](auto ms) { return ms % 4000 < 600 ? scrub(300, 150, ms % 4000) : Point{}; };
    EXPECT_EQ(firstAfter<MouseShake>(paused, 60'000), -1);
}

}  // namespace
}  // namespace sesame::desktop
