// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/input_gate.h"

#include "support/fake_hands.h"
#include "support/grants.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

namespace {

using namespace sesame;
using remote::GrantedControl;
using remote::GrantedView;
using remote::InputGate;
using test::Injected;
using testing::ElementsAre;
using testing::IsEmpty;

class InputGateTest : public testing::Test {
  protected:
    InputGateTest()
        : view_(*GrantedView::from(test::grantFor(clock_, test::screenScopeFor(trigger::RemoteControl{
                                                              trigger::RemoteLevel::Control, 10})),
                                   clock_)),
          gate_(hands_.open().sink, clock_) {}
    void allow() { gate_.allow(*GrantedControl::from(view_)); }

    test::FakeClock clock_;
    test::FakeHands hands_;
    GrantedView view_;
    InputGate gate_;
};

TEST_F(InputGateTest, IsShutWithoutControl) {
    EXPECT_FALSE(gate_.key('a', true));
    EXPECT_FALSE(gate_.pointer({1, 1}, 0));
    EXPECT_THAT(hands_.injected(), IsEmpty());
}

TEST_F(InputGateTest, LetsInputThroughUnderControl) {
    allow();
    EXPECT_TRUE(gate_.key('a', true));
    EXPECT_TRUE(gate_.key('a', false));
    EXPECT_TRUE(gate_.pointer({1, 2}, 4));
    EXPECT_EQ(gate_.latest(), (desktop::Point{1, 2}));
    EXPECT_THAT(hands_.injected(), ElementsAre(Injected::key('a', true), Injected::key('a', false),
                                               Injected::pointer({1, 2}, 4)));
}

class ShutInputGateTest : public InputGateTest, public testing::WithParamInterface<int> {
  protected:
    void shut() {
        const std::function<void()> ways[] = {
            [&] { gate_.setShield(true); },
            [&] { gate_.setPaused(true); },
            [&] { gate_.takeBack(); },
            [&] { gate_.ownHands(); },
            [&] { clock_.advance(10 * 60'000); },
            [&] { view_.revocation().revoke(); },
            [&] { view_.lower(trigger::RemoteLevel::Point); },
            [&] { gate_.close(); },
        };
        ways[GetParam()]();
    }
};
INSTANTIATE_TEST_SUITE_P(EveryWay, ShutInputGateTest, testing::Range(0, 8));

TEST_P(ShutInputGateTest, LetsGoAndDropsEverything) {
    allow();
    EXPECT_TRUE(gate_.key(0xffe3, true));
    EXPECT_TRUE(gate_.pointer({3, 3}, 1));
    shut();
    gate_.settle();
    EXPECT_FALSE(hands_.holdsAnything());
    hands_.forget();
    EXPECT_FALSE(gate_.key('b', true));
    EXPECT_FALSE(gate_.key(0xffe3, false));
    EXPECT_FALSE(gate_.pointer({4, 4}, 0));
    EXPECT_THAT(hands_.injected(), IsEmpty());
}

// S24: dropped, not queued, and no key that was held meanwhile types afterwards.
TEST_F(InputGateTest, WhatWasPressedWhileShutMustBePressedAgain) {
    allow();
    gate_.setShield(true);
    gate_.key(' ', true);
    gate_.pointer({5, 5}, 1);
    gate_.setShield(false);
    EXPECT_FALSE(gate_.key(' ', true)) << "it repeats";
    EXPECT_TRUE(gate_.pointer({6, 6}, 1));
    EXPECT_THAT(hands_.injected(), ElementsAre(Injected::pointer({6, 6}, 0)))
        << "it moves, but does not press";
    gate_.key(' ', false);
    gate_.pointer({6, 6}, 0);
    hands_.forget();
    EXPECT_TRUE(gate_.key(' ', true));
    EXPECT_TRUE(gate_.pointer({6, 6}, 1));
    EXPECT_THAT(hands_.injected(), ElementsAre(Injected::key(' ', true), Injected::pointer({6, 6}, 1)));
}

TEST_F(InputGateTest, HeldKeysThatWereLetGoMustBePressedAgain) {
    allow();
    gate_.key('a', true);
    gate_.ownHands();
    clock_.advance(InputGate::kOwnHandsMs);
    hands_.forget();
    EXPECT_FALSE(gate_.key('a', true));
    EXPECT_FALSE(gate_.key('a', false));
    EXPECT_TRUE(gate_.key('a', true));
    EXPECT_THAT(hands_.injected(), ElementsAre(Injected::key('a', true)));
}

// S28, M15: 2 s ± 0.2 s after the last act of the receiver.
TEST_F(InputGateTest, OwnHandsShutItForTwoSeconds) {
    allow();
    gate_.ownHands();
    clock_.advance(1500);
    gate_.ownHands();
    clock_.advance(1800);
    EXPECT_FALSE(gate_.key('a', true));
    gate_.key('a', false);
    clock_.advance(400);
    EXPECT_TRUE(gate_.key('a', true));
}

TEST_F(InputGateTest, ReleasesOnlyWhatItHolds) {
    allow();
    EXPECT_FALSE(gate_.key('a', false));
    EXPECT_THAT(hands_.injected(), IsEmpty());
}

TEST_F(InputGateTest, HoldsABoundedNumberOfKeys) {
    allow();
    for (desktop::KeySymbol symbol = 1; symbol < 10'000; ++symbol)
        gate_.key(symbol, true);
    EXPECT_LT(hands_.injected().size(), 1000U) << "no more than a person could";
}

// S24: an own window may open below a button that is held down. Going up where it went down reaches only the
// window that had it; one step aside it could drop something on ours.
TEST_F(InputGateTest, AButtonThatIsHeldGoesUpWhereItWentDownAndNowhereInAnOwnWindow) {
    allow();
    EXPECT_TRUE(gate_.pointer({5, 5}, 1));
    hands_.setOwnWindow({0, 0, 100, 100});
    hands_.forget();
    EXPECT_TRUE(gate_.pointer({5, 5}, 0));
    EXPECT_THAT(hands_.injected(), ElementsAre(Injected::pointer({5, 5}, 0)));
    EXPECT_FALSE(gate_.pointer({5, 5}, 1)) << "pressed anew";
    hands_.setOwnWindow({});
    gate_.pointer({5, 5}, 1);
    EXPECT_FALSE(hands_.holdsAnything()) << "still the press that was dropped";
    gate_.pointer({5, 5}, 0);

    EXPECT_TRUE(gate_.pointer({5, 5}, 1));
    hands_.setOwnWindow({0, 0, 100, 100});
    hands_.forget();
    EXPECT_FALSE(gate_.pointer({5, 6}, 0)) << "dropped on an own window";
    EXPECT_THAT(hands_.injected(), ElementsAre(Injected::releaseAll()));
    EXPECT_FALSE(hands_.holdsAnything());
}

// S24: a held key repeats, into whatever has the keyboard by then.
TEST_F(InputGateTest, LetsGoOfAHeldKeyWhenAnOwnWindowGetsTheKeyboard) {
    allow();
    gate_.key(0xffe9, true);
    gate_.key(0xffc1, true);
    EXPECT_TRUE(gate_.holdsKey());
    hands_.setOwnWindowHasKeyboard(true);
    gate_.settle();
    EXPECT_TRUE(hands_.holdsAnything()) << "looked at a moment ago";
    clock_.advance(InputGate::kHeldLookMs);
    gate_.settle();
    EXPECT_FALSE(hands_.holdsAnything());
    EXPECT_FALSE(gate_.holdsKey());
    hands_.setOwnWindowHasKeyboard(false);
    EXPECT_FALSE(gate_.key(0xffc1, true)) << "it repeats";
}

TEST_F(InputGateTest, TheNextLineBeginsWithEmptyHands) {
    allow();
    gate_.key(0xffe3, true);
    gate_.pointer({1, 1}, 1);
    gate_.setPaused(true);
    gate_.key('b', true);
    gate_.setPaused(false);
    gate_.lineOver();
    EXPECT_FALSE(hands_.holdsAnything());
    hands_.forget();
    EXPECT_TRUE(gate_.key(0xffe3, true));
    EXPECT_TRUE(gate_.key('b', true)) << "what an earlier line pressed is no matter of this one";
    EXPECT_TRUE(gate_.pointer({1, 1}, 1));
    EXPECT_THAT(hands_.injected(), ElementsAre(Injected::key(0xffe3, true), Injected::key('b', true),
                                               Injected::pointer({1, 1}, 1)));
}

TEST_F(InputGateTest, SaysWhenTheDesktopIsGone) {
    allow();
    hands_.vanish();
    gate_.key('a', true);
    EXPECT_TRUE(gate_.broken());
}

}  // namespace
