// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/invitation_time.h"

#include "support/fake_clock.h"

#include <gtest/gtest.h>

namespace sesame::client {
namespace {

constexpr std::int64_t kMinute = 60'000;
constexpr std::int64_t kHour = 60 * kMinute;

struct InvitationTimeTest : testing::Test {
    store::InvitationRecord arrived(std::int64_t lifeMs = InvitationTime::kLifeMs) {
        store::InvitationRecord record;
        record.expiresMs = clock.wallMs() + lifeMs;
        time.stamp(record);
        return record;
    }
    test::FakeClock clock;
    InvitationTime time{clock, "this boot"};
};
using InvitationIsOver = InvitationTimeTest;

TEST_F(InvitationIsOver, AfterItsTimeAndNotBefore) {
    const auto record = arrived(kHour);
    clock.advance(kHour - 1);
    EXPECT_FALSE(time.isOver(record));
    clock.advance(1);
    EXPECT_TRUE(time.isOver(record));
}

TEST_F(InvitationIsOver, AfterADayWhateverTheHelperAskedFor) {
    const auto record = arrived(365 * 24 * kHour);
    clock.advance(24 * kHour - 1);
    EXPECT_FALSE(time.isOver(record));
    clock.advance(1);
    EXPECT_TRUE(time.isOver(record));
}

// S38, M12: each of these steps of the wall clock alone.
TEST_F(InvitationIsOver, WhenSomebodySetsTheClock) {
    for (const std::int64_t jump :
         {3 * kMinute, -3 * kMinute, kHour, -kHour, 365 * 24 * kHour, -365 * 24 * kHour}) {
        test::FakeClock other;
        const InvitationTime moved{other, "this boot"};
        store::InvitationRecord record;
        record.expiresMs = other.wallMs() + InvitationTime::kLifeMs;
        moved.stamp(record);
        other.advance(kMinute);
        other.jumpWall(jump);
        EXPECT_TRUE(moved.isOver(record)) << jump;
    }
}

TEST_F(InvitationIsOver, ButNotForTheSmallStepsOfATimeService) {
    const auto record = arrived();
    clock.advance(kHour);
    clock.jumpWall(90'000);
    EXPECT_FALSE(time.isOver(record));
    clock.jumpWall(-180'000);
    EXPECT_FALSE(time.isOver(record));
}

TEST_F(InvitationIsOver, WhenTheClockWasTurnedBackAgainWhileTheMachineRan) {
    const auto record = arrived();
    clock.advance(25 * kHour);
    clock.jumpWall(-25 * kHour);
    EXPECT_TRUE(time.isOver(record));
}

TEST_F(InvitationIsOver, ByTheWallClockAfterARestartOfTheMachine) {
    const auto record = arrived(kHour);
    test::FakeClock later;
    later.advance(30 * kMinute);
    const InvitationTime afterBoot{later, "next boot"};
    EXPECT_FALSE(afterBoot.isOver(record));
    later.advance(kHour);
    EXPECT_TRUE(afterBoot.isOver(record));
}

TEST_F(InvitationIsOver, WhenTheClockIsBeforeItsArrival) {
    const auto record = arrived();
    test::FakeClock earlier;
    earlier.jumpWall(-kHour);
    EXPECT_TRUE((InvitationTime{earlier, "next boot"}.isOver(record)));
}

}  // namespace
}  // namespace sesame::client
