// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/remote/granted.h"

#include "support/grants.h"

#include <gtest/gtest.h>

#include <type_traits>

namespace {

using namespace sesame;
using namespace sesame::remote;
using trigger::RemoteLevel;

constexpr std::int64_t kMinuteMs = 60'000;

class GrantedTest : public testing::Test {
  protected:
    consent::Grant grant(RemoteLevel level, std::uint32_t minutes = 30, unsigned char helper = 1) {
        return test::grantFor(clock_, test::screenScopeFor(trigger::RemoteControl{level, minutes}, helper));
    }
    GrantedView view(RemoteLevel level, std::uint32_t minutes = 30) {
        return *GrantedView::from(grant(level, minutes), clock_);
    }
    test::FakeClock clock_;
};

static_assert(!std::is_copy_constructible_v<GrantedView>);
static_assert(!std::is_copy_constructible_v<GrantedControl>);
static_assert(!std::is_default_constructible_v<GrantedControl>);

TEST_F(GrantedTest, ComesFromAGrantForRemoteControlOnce) {
    const auto once = grant(RemoteLevel::Look);
    ASSERT_TRUE(GrantedView::from(once, clock_));
    EXPECT_EQ(GrantedView::from(once, clock_).error().code, ErrorCode::Expired);
}

TEST_F(GrantedTest, NeverComesFromAnotherCommand) {
    const auto other = test::grantFor(clock_, test::scopeFor(trigger::LaunchProgram{"kcalc"}, {}));
    EXPECT_EQ(GrantedView::from(other, clock_).error().code, ErrorCode::Refused);
    EXPECT_TRUE(other.use(clock_)) << "a refusal uses nothing up";
}

// I4: a Yes to the clipboard is for the clipboard, though the command is the session's.
TEST_F(GrantedTest, NeverComesFromAGrantForTheClipboard) {
    const auto clipboard = [this] {
        return test::grantFor(clock_, test::scopeFor(trigger::RemoteControl{RemoteLevel::Control, 10},
                                                     {"text", std::string(consent::kClipboardInTarget), ""}));
    };
    EXPECT_EQ(GrantedView::from(clipboard(), clock_).error().code, ErrorCode::Refused);
    auto looking = view(RemoteLevel::Look);
    EXPECT_EQ(looking.rise(clipboard()).error().code, ErrorCode::Refused);
    EXPECT_EQ(looking.level(), RemoteLevel::Look);
}

TEST_F(GrantedTest, NeverComesFromAnOldGrant) {
    const auto old = grant(RemoteLevel::Look);
    clock_.advance(consent::Grant::kStartWithinMs + 1);
    EXPECT_EQ(GrantedView::from(old, clock_).error().code, ErrorCode::Expired);
}

TEST_F(GrantedTest, LivesAsLongAsWasChosen) {
    const auto granted = view(RemoteLevel::Look, 10);
    clock_.advance(10 * kMinuteMs - 1);
    EXPECT_TRUE(granted.live());
    clock_.advance(1);
    EXPECT_FALSE(granted.live());
}

TEST_F(GrantedTest, GoesOnWhenTheReceiverSaysSoButNeverComesBack) {
    auto granted = view(RemoteLevel::Look, 10);
    clock_.advance(9 * kMinuteMs);
    granted.extend(10);
    clock_.advance(9 * kMinuteMs);
    EXPECT_TRUE(granted.live());
    clock_.advance(1 * kMinuteMs);
    granted.extend(10);
    EXPECT_FALSE(granted.live());
}

TEST_F(GrantedTest, EndsAtOnceWhenItIsRevoked) {
    const auto granted = view(RemoteLevel::Control);
    const auto control = *GrantedControl::from(granted);
    granted.revocation().revoke();
    EXPECT_FALSE(granted.live());
    EXPECT_FALSE(control.live());
    EXPECT_EQ(GrantedControl::from(granted).error().code, ErrorCode::Expired);
}

TEST_F(GrantedTest, ControlNeedsAGrantForControl) {
    for (const auto level : {RemoteLevel::Look, RemoteLevel::Point})
        EXPECT_EQ(GrantedControl::from(view(level)).error().code, ErrorCode::Refused);
    EXPECT_TRUE(GrantedControl::from(view(RemoteLevel::Control)));
}

TEST_F(GrantedTest, ControlEndsWithItsView) {
    const auto granted = view(RemoteLevel::Control, 10);
    const auto control = *GrantedControl::from(granted);
    clock_.advance(10 * kMinuteMs);
    EXPECT_FALSE(control.live());
}

TEST_F(GrantedTest, ControlCanBeTakenBackAlone) {
    const auto granted = view(RemoteLevel::Control);
    const auto control = *GrantedControl::from(granted);
    control.handle().revoke();
    EXPECT_FALSE(control.live());
    EXPECT_TRUE(granted.live());
}

TEST_F(GrantedTest, ControlIsOverWhenTheViewIsLoweredAndNeedsAnotherRise) {
    auto granted = view(RemoteLevel::Control);
    const auto control = *GrantedControl::from(granted);
    granted.lower(RemoteLevel::Point);
    EXPECT_FALSE(control.live());
    EXPECT_FALSE(GrantedControl::from(granted));
    ASSERT_TRUE(granted.rise(grant(RemoteLevel::Control)));
    EXPECT_TRUE(GrantedControl::from(granted));
}

TEST_F(GrantedTest, EveryRiseIsAnotherConsent) {
    auto granted = view(RemoteLevel::Look);
    const auto second = grant(RemoteLevel::Point);
    ASSERT_TRUE(granted.rise(second));
    EXPECT_EQ(granted.level(), RemoteLevel::Point);
    EXPECT_EQ(granted.rise(second).error().code, ErrorCode::Expired);
    EXPECT_EQ(granted.level(), RemoteLevel::Point);
}

TEST_F(GrantedTest, ARiseIsForTheSameHelperOnly) {
    auto granted = view(RemoteLevel::Look);
    const auto others = grant(RemoteLevel::Control, 30, 7);
    EXPECT_EQ(granted.rise(others).error().code, ErrorCode::Refused);
    EXPECT_EQ(granted.level(), RemoteLevel::Look);
}

TEST_F(GrantedTest, NothingRisesOnceTheSessionIsOver) {
    auto granted = view(RemoteLevel::Look);
    granted.revocation().revoke();
    EXPECT_EQ(granted.rise(grant(RemoteLevel::Control)).error().code, ErrorCode::Expired);
}

TEST_F(GrantedTest, ARiseDoesNotMoveTheEnd) {
    auto granted = view(RemoteLevel::Look, 10);
    const auto end = granted.endsBootMs();
    ASSERT_TRUE(granted.rise(grant(RemoteLevel::Control, 120)));
    EXPECT_EQ(granted.endsBootMs(), end);
}

}  // namespace
