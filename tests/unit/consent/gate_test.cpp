// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/consent/gate.h"

#include "support/grants.h"

#include <gtest/gtest.h>

#include <random>

namespace sesame::consent {
namespace {

using test::FakeClock;
using test::identity;

GrantScope scope(unsigned char helper = 1) {
    return test::scopeFor(trigger::LaunchProgram{"calculator"}, {"Calculator", "/a.desktop", "f"}, helper);
}

struct Asked {
    Asked() {
        EXPECT_EQ(gate.offer(scope()), Gate::Offer::Asked);
        gate.shownAnew();
    }
    FakeClock clock;
    Gate gate{clock};
};

TEST(Gate, GrantsWhatWasAskedAfterACalmWait) {
    Asked asked;
    asked.clock.advance(Gate::kInertMs);
    EXPECT_EQ(asked.gate.untilArmed(), 0);
    const auto grant = asked.gate.yes();
    ASSERT_TRUE(grant);
    EXPECT_EQ(grant->scope().helper, identity(1));
    EXPECT_EQ(grant->scope().target.display, "Calculator");
    EXPECT_EQ(asked.gate.question(), nullptr);
}

TEST(Gate, NeverGrantsWithoutAVisibleQuestion) {
    FakeClock clock;
    Gate gate(clock);
    EXPECT_EQ(gate.yes().error().code, ErrorCode::NotFound);
    gate.offer(scope());
    clock.advance(60'000);
    EXPECT_EQ(gate.untilArmed(), std::nullopt);
    EXPECT_EQ(gate.yes().error().code, ErrorCode::Refused);
}

TEST(Gate, KeepsOneQuestionAtATime) {
    Asked asked;
    EXPECT_EQ(asked.gate.offer(scope(9)), Gate::Offer::Busy);
    EXPECT_EQ(asked.gate.question()->helper, identity(1));
}

// M4, S23: seen first, moved, resized, uncovered, focused again, back from another workspace.
TEST(Gate, M4EveryCauseStartsTheDelayAgain) {
    std::mt19937 random(4);
    for (int cause = 0; cause < 6; ++cause) {
        for (int round = 0; round < 200; ++round) {
            Asked asked;
            asked.clock.advance(static_cast<std::int64_t>(random() % 5000));
            if (cause >= 3) {
                asked.gate.hidden();
                asked.clock.advance(static_cast<std::int64_t>(random() % 5000));
                EXPECT_FALSE(asked.gate.yes());
            }
            asked.gate.shownAnew();
            asked.clock.advance(static_cast<std::int64_t>(random() % Gate::kInertMs));
            EXPECT_EQ(asked.gate.yes().error().code, ErrorCode::Refused);
            ASSERT_NE(asked.gate.question(), nullptr);
            asked.clock.advance(Gate::kInertMs);
            EXPECT_TRUE(asked.gate.yes());
        }
    }
}

TEST(Gate, M4IsInertToTheLastMillisecond) {
    Asked asked;
    asked.clock.advance(Gate::kInertMs - 1);
    EXPECT_EQ(asked.gate.untilArmed(), 1);
    EXPECT_FALSE(asked.gate.yes());
    asked.clock.advance(1);
    EXPECT_TRUE(asked.gate.yes());
}

TEST(Gate, S22WaitsUntilThePersonStopsTyping) {
    Asked asked;
    for (int key = 0; key < 40; ++key) {
        asked.clock.advance(Gate::kQuietMs - 1);
        asked.gate.input();
        EXPECT_EQ(asked.gate.yes().error().code, ErrorCode::Refused);
    }
    asked.clock.advance(Gate::kQuietMs);
    EXPECT_TRUE(asked.gate.yes());
}

// S22, M3 at this level: random typing and clicking of Yes; only a Yes after both delays counts.
TEST(Gate, S22TypingThroughNeverGrants) {
    std::mt19937 random(22);
    for (int dialog = 0; dialog < 200; ++dialog) {
        Asked asked;
        for (int key = 0; key < 30; ++key) {
            asked.clock.advance(static_cast<std::int64_t>(random() % Gate::kQuietMs));
            asked.gate.input();
            EXPECT_FALSE(asked.gate.yes());
        }
    }
}

TEST(Gate, M7UntouchedMeansNo) {
    Asked asked;
    asked.clock.advance(Gate::kTimeOutMs - 1);
    EXPECT_EQ(asked.gate.tick(), std::nullopt);
    asked.clock.advance(1);
    EXPECT_EQ(asked.gate.yes().error().code, ErrorCode::Expired);
    EXPECT_EQ(asked.gate.question(), nullptr);
    EXPECT_EQ(asked.gate.refusals(identity(1)), 1);
}

TEST(Gate, M7NeverSeenMeansNo) {
    FakeClock clock;
    Gate gate(clock);
    gate.offer(scope());
    clock.advance(Gate::kTimeOutMs - 1);
    gate.input();
    EXPECT_EQ(gate.tick(), std::nullopt);
    clock.advance(1);
    EXPECT_EQ(gate.tick(), Answer::TimedOut);
    EXPECT_EQ(gate.refusals(identity(1)), 1);
}

TEST(Gate, M7ReadingSlowlyKeepsItOpenButNotForEver) {
    Asked asked;
    std::int64_t passed = 0;
    while (passed + 60'000 < Gate::kLongestMs) {
        asked.clock.advance(60'000);
        passed += 60'000;
        asked.gate.input();
        EXPECT_EQ(asked.gate.tick(), std::nullopt);
    }
    asked.clock.advance(60'000);
    EXPECT_EQ(asked.gate.tick(), Answer::TimedOut);
}

TEST(Gate, M7HiddenTakesTheYesAway) {
    Asked asked;
    asked.clock.advance(Gate::kInertMs);
    asked.gate.hidden();
    EXPECT_EQ(asked.gate.untilArmed(), std::nullopt);
    EXPECT_EQ(asked.gate.yes().error().code, ErrorCode::Refused);
}

TEST(Gate, ATimedOutQuestionMakesRoomForAnother) {
    Asked asked;
    asked.clock.advance(Gate::kTimeOutMs);
    EXPECT_EQ(asked.gate.offer(scope(9)), Gate::Offer::Asked);
}

// S37
TEST(Gate, BacksOffOneMinuteTenMinutesOneHourFromTheSecondNoOn) {
    FakeClock clock;
    Gate gate(clock);
    ASSERT_EQ(gate.offer(scope()), Gate::Offer::Asked);
    gate.close(Answer::No);
    EXPECT_EQ(gate.backOffMs(identity(1)), 0);
    int refusals = 1;
    for (const std::int64_t wait : {60'000, 600'000, 3'600'000, 3'600'000, 3'600'000}) {
        ASSERT_EQ(gate.offer(scope()), Gate::Offer::Asked);
        gate.close(Answer::No);
        EXPECT_EQ(gate.refusals(identity(1)), ++refusals);
        EXPECT_EQ(gate.backOffMs(identity(1)), wait);
        EXPECT_EQ(gate.backOffMs(identity(9)), 0);
        clock.advance(wait - 1);
        EXPECT_EQ(gate.offer(scope()), Gate::Offer::BackOff);
        clock.advance(1);
    }
}

TEST(Gate, AYesForgetsTheRefusals) {
    FakeClock clock;
    Gate gate(clock);
    gate.offer(scope());
    gate.close(Answer::No);
    clock.advance(60'000);
    gate.offer(scope());
    gate.shownAnew();
    clock.advance(Gate::kInertMs);
    ASSERT_TRUE(gate.yes());
    EXPECT_EQ(gate.refusals(identity(1)), 0);
    EXPECT_EQ(gate.offer(scope()), Gate::Offer::Asked);
}

// M11, S37: whatever becomes of each question.
TEST(Gate, M11AThousandInvitationsAskAtMostThreeTimes) {
    for (const auto answer : {Answer::No, Answer::TimedOut, Answer::Withdrawn, Answer::Hidden}) {
        FakeClock clock;
        Gate gate(clock);
        int asked = 0;
        for (int i = 0; i < 1000; ++i) {
            if (gate.offer(scope()) == Gate::Offer::Asked) {
                ++asked;
                if (answer != Answer::TimedOut)
                    gate.close(answer);
            }
            gate.tick();
            clock.advance(600);
        }
        EXPECT_LE(asked, 3) << name(answer);
        EXPECT_GE(asked, 1);
    }
}

struct ClockCase {
    const char* what;
    std::int64_t jump;
    std::int64_t pass;
    bool granted;
};

// M12, S38: what happens to the clock between question and Yes.
TEST(Gate, M12AClockJumpVoidsTheQuestion) {
    constexpr std::int64_t kMinute = 60'000, kHour = 60 * kMinute, kDay = 24 * kHour, kYear = 365 * kDay;
    for (const ClockCase& row :
         std::initializer_list<ClockCase>{{"nothing", 0, 0, true},
                                          {"a leap second", 1000, 0, true},
                                          {"a leap second back", -1000, 0, true},
                                          {"a minute on", kMinute, 0, true},
                                          {"a minute back", -kMinute, 0, true},
                                          {"just two minutes", 2 * kMinute, 0, true},
                                          {"over two minutes on", 2 * kMinute + 1, 0, false},
                                          {"over two minutes back", -2 * kMinute - 1, 0, false},
                                          {"an hour on", kHour, 0, false},
                                          {"an hour back", -kHour, 0, false},
                                          {"a day back", -kDay, 0, false},
                                          {"a year on", kYear, 0, false},
                                          {"a year back", -kYear, 0, false},
                                          {"suspended for an hour", 0, kHour, false},
                                          {"a minute of waiting", 0, kMinute, true}}) {
        Asked asked;
        asked.clock.advance(Gate::kInertMs);
        asked.clock.jumpWall(row.jump);
        asked.clock.advance(row.pass);
        EXPECT_EQ(asked.gate.yes().has_value(), row.granted) << row.what;
        EXPECT_EQ(asked.gate.question(), nullptr) << row.what;
    }
}

TEST(Gate, NamesItsAnswers) {
    EXPECT_STREQ(name(Answer::Yes), "yes");
    EXPECT_STREQ(name(Answer::TimedOut), "timed-out");
}

}  // namespace
}  // namespace sesame::consent
