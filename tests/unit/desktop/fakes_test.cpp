// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/fake_shared_desktop.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sesame::test {
namespace {

using testing::ElementsAre;

TEST(FakeHands, RecordWhatASessionDoes) {
    FakeSharedDesktop desktop;
    auto hands = *desktop.openHands();
    EXPECT_TRUE(hands.sink->key('a', true));
    EXPECT_TRUE(hands.sink->pointer({3, 4}, 1));
    EXPECT_TRUE(desktop.hands.holdsAnything());
    hands.sink->releaseAll();
    EXPECT_FALSE(desktop.hands.holdsAnything());
    EXPECT_THAT(desktop.hands.injected(),
                ElementsAre(Injected::key('a', true), Injected::pointer({3, 4}, 1), Injected::releaseAll()));
}

TEST(FakeHands, PlayThePersonAtTheDesktop) {
    FakeSharedDesktop desktop;
    const auto hands = *desktop.openHands();
    EXPECT_FALSE(readable(hands.local->descriptor(), 0));
    desktop.hands.act(desktop::LocalInput::Act::Key);
    desktop.hands.act(desktop::LocalInput::Act::Panic);
    EXPECT_TRUE(readable(hands.local->descriptor(), 0));
    EXPECT_THAT(*hands.local->poll(),
                ElementsAre(desktop::LocalInput::Act::Key, desktop::LocalInput::Act::Panic));
    EXPECT_THAT(*hands.local->poll(), ElementsAre());
    EXPECT_FALSE(readable(hands.local->descriptor(), 0));
}

TEST(FakeScreen, ShowsWhatWasPaintedWhenItIsCaptured) {
    FakeSharedDesktop desktop({100, 50});
    desktop.screen.paint({0, 0, 100, 50}, 0x112233);
    const auto source = *desktop.openScreen();
    EXPECT_FALSE(readable(source->descriptor(), 0));
    desktop.screen.paint({10, 20, 5, 6}, 0xFF0000);
    EXPECT_TRUE(readable(source->descriptor(), 0));
    const auto changes = *source->poll();
    EXPECT_THAT(changes.damaged, ElementsAre(desktop::Rect{10, 20, 5, 6}));
    EXPECT_EQ(source->pixels().data[20 * 100 + 10], 0U);
    EXPECT_TRUE(source->capture(changes.damaged));
    EXPECT_EQ(source->pixels().data[20 * 100 + 10], 0xFF0000U);
}

}  // namespace
}  // namespace sesame::test
