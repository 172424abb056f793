// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/grants.h"

#include <gtest/gtest.h>

namespace sesame::consent {
namespace {

using test::FakeClock;
using test::identity;
using trigger::RemoteControl;
using trigger::RemoteLevel;

const GrantScope kProgram =
    test::scopeFor(trigger::LaunchProgram{"calculator"}, {"Calculator", "/a.desktop", "f"});
const GrantScope kSetting =
    test::scopeFor(trigger::ImSettings{"", "text-size", "large"}, {"Text size", "setting/text-size", "f"});
const GrantScope kScreen =
    test::scopeFor(RemoteControl{RemoteLevel::Control, 30}, {"640×480", "screen", "f"});
const GrantScope kFolder =
    test::scopeFor(trigger::ShareFolder{"", "Photos", trigger::ShareLevel::Take, 60}, {"/p", "/p", "f"});

struct Controlled : testing::Test {
    FakeClock clock;
    Gate gate{clock};

    /// Somebody had control, until now.
    void control(unsigned char helper = 7) {
        gate.trace().began(identity(helper));
        gate.trace().ended();
    }
    /// The question is there and has been looked at for long enough.
    void ask(const GrantScope& scope) {
        ASSERT_EQ(gate.offer(scope), Gate::Offer::Asked);
        gate.shownAnew();
        clock.advance(Gate::kInertMs);
    }
};

// S25, M6: sleep N; press Yes.
TEST_F(Controlled, M6AScriptThatWasLeftBehindGrantsNothing) {
    control();
    for (int seconds = 1; seconds <= 120; ++seconds) {
        ask(kProgram);
        clock.advance(1000);
        EXPECT_EQ(gate.yes(Press::Program).error().code, ErrorCode::Refused) << seconds;
        ASSERT_NE(gate.question(), nullptr) << "the person has not answered yet";
        EXPECT_TRUE(gate.yes(Press::Device));
    }
}

TEST_F(Controlled, M6AKeyboardOnTheScreenWorksWithItsSettingOn) {
    control();
    gate.trace().setScreenKeyboard(true);
    ask(kProgram);
    EXPECT_TRUE(gate.yes(Press::Program));
}

TEST_F(Controlled, LeavesOrdinaryQuestionsAloneBeforeTheFirstControl) {
    ask(kProgram);
    EXPECT_TRUE(gate.yes(Press::Program));
}

TEST_F(Controlled, CountsAPressOfWhichTheDesktopDoesNotSay) {
    control();
    ask(kProgram);
    EXPECT_TRUE(gate.yes(Press::Unknown));
}

// S25
TEST_F(Controlled, LocksSettingsAndOtherViewersUntilAMinuteAfter) {
    gate.trace().began(identity(7));
    EXPECT_EQ(gate.offer(kSetting), Gate::Offer::Locked);
    EXPECT_EQ(gate.offer(kScreen), Gate::Offer::Locked) << "another helper";
    gate.trace().ended();
    clock.advance(ControlTrace::kLockMs - 1);
    EXPECT_EQ(gate.offer(kSetting), Gate::Offer::Locked);
    EXPECT_EQ(gate.offer(kScreen), Gate::Offer::Locked);
    clock.advance(1);
    ask(kSetting);
    EXPECT_TRUE(gate.yes(Press::Device));
    ask(kScreen);
    EXPECT_TRUE(gate.yes(Press::Device));
}

TEST_F(Controlled, MayStillBeAskedAboutTheHelperWhoHasIt) {
    gate.trace().began(identity(1));
    EXPECT_EQ(gate.offer(kScreen), Gate::Offer::Asked);
    gate.close(Answer::No);
    EXPECT_EQ(gate.offer(kSetting), Gate::Offer::Locked);
    EXPECT_EQ(gate.offer(kProgram), Gate::Offer::Asked);
}

// A control that was granted just before begins while the next question is open already.
TEST_F(Controlled, LocksAQuestionThatWasOpenBefore) {
    ask(kSetting);
    gate.trace().began(identity(7));
    EXPECT_EQ(gate.yes(Press::Device).error().code, ErrorCode::Refused);
}

TEST_F(Controlled, IsRememberedOverARestart) {
    clock.advance(500'000);
    gate.trace().remember(clock.bootMs() - 10'000);
    EXPECT_TRUE(gate.trace().happened());
    EXPECT_EQ(gate.offer(kSetting), Gate::Offer::Locked);
    clock.advance(ControlTrace::kLockMs);
    ask(kSetting);
    EXPECT_EQ(gate.yes(Press::Program).error().code, ErrorCode::Refused);
    EXPECT_TRUE(gate.yes(Press::Device));
}

TEST_F(Controlled, KnowsNothingOfASessionWithoutControl) {
    gate.trace().ended();
    EXPECT_FALSE(gate.trace().happened());
    EXPECT_EQ(gate.offer(kSetting), Gate::Offer::Asked);
}

/// A question that is calm by now.
struct Calm : testing::Test {
    FakeClock clock;
    Gate gate{clock};

    void ask(const GrantScope& scope) {
        gate.offer(scope);
        gate.shownAnew();
        clock.advance(Gate::kInertMs);
    }
};

TEST_F(Calm, LetsTheUserMakeAHelpSessionShorter) {
    ask(kScreen);
    EXPECT_EQ(gate.yes(Press::Device, {31, 0}).error().code, ErrorCode::Malformed);
    EXPECT_EQ(gate.yes(Press::Device, {10, 7}).error().code, ErrorCode::Malformed) << "no share";
    const auto granted = gate.yes(Press::Device, {10, 0});
    ASSERT_TRUE(granted);
    EXPECT_EQ(std::get<RemoteControl>(granted->scope().command).minutes, 10U);
}

TEST_F(Calm, LetsTheUserMakeAShareShorterOrStand) {
    ask(kFolder);
    EXPECT_EQ(gate.yes(Press::Device, {61, 0}).error().code, ErrorCode::Malformed);
    EXPECT_EQ(gate.yes(Press::Device, {0, kMostStandingDays + 1}).error().code, ErrorCode::Malformed);
    const auto granted = gate.yes(Press::Device, {15, kStandingUntilEnded});
    ASSERT_TRUE(granted);
    EXPECT_EQ(std::get<trigger::ShareFolder>(granted->scope().command).minutes, 15U);
    EXPECT_EQ(granted->scope().standingDays, kStandingUntilEnded);
}

// I2, S25: what was chosen with a Yes that did not count is not in the next one, which the window shows
// without it.
TEST_F(Calm, I2ForgetsWhatWasChosenWithAYesThatWasNotTaken) {
    gate.trace().began(identity(7));
    gate.trace().ended();
    clock.advance(ControlTrace::kLockMs);
    ask(kFolder);
    EXPECT_EQ(gate.yes(Press::Program, {15, kStandingUntilEnded}).error().code, ErrorCode::Refused);
    const auto granted = gate.yes(Press::Device);
    ASSERT_TRUE(granted);
    EXPECT_EQ(granted->scope().standingDays, 0U);
    EXPECT_EQ(std::get<trigger::ShareFolder>(granted->scope().command).minutes, 60U);
}

// S25
TEST_F(Controlled, SharesNothingRightAfterSomebodyHadControl) {
    control();
    EXPECT_EQ(gate.offer(kFolder), Gate::Offer::Locked);
    clock.advance(ControlTrace::kLockMs);
    EXPECT_EQ(gate.offer(kFolder), Gate::Offer::Asked);
}

TEST_F(Calm, MakesNothingElseShorter) {
    ask(kProgram);
    EXPECT_EQ(gate.yes(Press::Device, {10, 0}).error().code, ErrorCode::Malformed);
    EXPECT_TRUE(gate.yes(Press::Device));
}

}  // namespace
}  // namespace sesame::consent
