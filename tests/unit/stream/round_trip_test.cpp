// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stream/round_trip.h"

#include <gtest/gtest.h>

namespace sesame::stream {
namespace {

using namespace std::chrono_literals;

TEST(RoundTrip, IsTheTimeLessWhatTheNewsWasHeld) {
    RoundTrip trip;
    const RoundTrip::Time start{1h};
    trip.sent(100, start);
    EXPECT_FALSE(trip.acknowledged(50, 0, start + 10ms));
    EXPECT_TRUE(trip.acknowledged(100, 5000, start + 55ms));
    EXPECT_EQ(trip.latestUs(), 50'000U);
}

// Otherwise a second of small messages, acknowledged at once, would look like a queue.
TEST(RoundTrip, IsThatOfTheLatestOfMany) {
    RoundTrip trip;
    const RoundTrip::Time start{1h};
    for (std::uint64_t i = 1; i <= 200; ++i)
        trip.sent(i, start + i * 5ms);
    EXPECT_TRUE(trip.acknowledged(200, 3000, start + 1000ms + 23ms));
    EXPECT_EQ(trip.latestUs(), 20'000U);
}

TEST(RoundTrip, ForgetsTheShortestAfterAWhile) {
    RoundTrip trip;
    std::uint64_t total = 0;
    const auto go = [&](RoundTrip::Time at, std::chrono::milliseconds length) {
        trip.sent(++total, at);
        EXPECT_TRUE(trip.acknowledged(total, 0, at + length));
    };
    go(RoundTrip::Time{1h}, 10ms);
    go(RoundTrip::Time{1h} + 1s, 40ms);
    EXPECT_EQ(trip.shortestUs(), 10'000U);
    for (int second = 2; second < 30; ++second)
        go(RoundTrip::Time{1h} + std::chrono::seconds(second), 40ms);
    EXPECT_EQ(trip.shortestUs(), 40'000U);
    EXPECT_EQ(trip.latestUs(), 40'000U);
}

}  // namespace
}  // namespace sesame::stream
