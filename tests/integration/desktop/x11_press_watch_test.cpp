// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop/x11/x11_press_watch.h"

#include "support/x_display.h"
#include "support/x_hand.h"

#include <gtest/gtest.h>

namespace sesame::desktop {
namespace {

using Hand = PressWatch::Hand;
using test::XHand;
constexpr xcb_keycode_t kSpace = 65;

class X11PressWatchTest : public testing::Test {
  protected:
    static void press(XHand& hand) {
        hand.key(kSpace, true);
        hand.key(kSpace, false);
    }
    test::XDisplay display_;
    XHand device_{XHand::As::Device};
    XHand program_{XHand::As::Program};
};

TEST_F(X11PressWatchTest, KnowsTheKeysAndButtonsOfDevices) {
    const auto watch = openPressWatch();
    press(device_);
    EXPECT_EQ(watch->latest(), Hand::Device);
    device_.button(1, true);
    EXPECT_EQ(watch->latest(), Hand::Device);
    device_.button(1, false);
    EXPECT_EQ(watch->latest(), Hand::Device);
}

// S25, M6: a program's press is no person's.
TEST_F(X11PressWatchTest, KnowsWhatAProgramPresses) {
    const auto watch = openPressWatch();
    press(program_);
    EXPECT_EQ(watch->latest(), Hand::Program);
    EXPECT_TRUE(test::Child({"xdotool", "click", "1"}).succeeds());
    EXPECT_EQ(watch->latest(), Hand::Program);
}

// S25: a script that presses while the person types.
TEST_F(X11PressWatchTest, DoubtsEverythingForAWhileAfterAProgramPressed) {
    const auto watch = openPressWatch();
    press(program_);
    for (int i = 0; i < 5; ++i) {
        press(device_);
        EXPECT_EQ(watch->latest(), Hand::Program);
    }
}

// S25: what is sent to a window past all devices leaves no trace on any of them.
TEST_F(X11PressWatchTest, TakesAPressThatNoDeviceMadeForAPrograms) {
    const auto watch = openPressWatch();
    EXPECT_EQ(watch->latest(), Hand::Program);
    const xcb_window_t window = device_.window({0, 0, 10, 10});
    EXPECT_TRUE(test::Child({"xdotool", "key", "--window", std::to_string(window), "space"}).succeeds());
    EXPECT_EQ(watch->latest(), Hand::Program);
}

TEST_F(X11PressWatchTest, CountsEachPressThatCameBefore) {
    const auto watch = openPressWatch();
    for (int i = 0; i < 300; ++i) {
        press(device_);
        ASSERT_EQ(watch->latest(), Hand::Device);
    }
    press(program_);
    EXPECT_EQ(watch->latest(), Hand::Program);
}

TEST_F(X11PressWatchTest, KnowsTheDevicesOfAnotherMasterToo) {
    const auto watch = openPressWatch();
    ASSERT_TRUE(test::Child({"xinput", "create-master", "other"}).succeeds());
    press(device_);
    EXPECT_EQ(watch->latest(), Hand::Device);
    // Injected through the new master's own devices.
    EXPECT_TRUE(
        test::Child({"xinput", "set-cp", std::to_string(program_.window({0, 0, 1, 1})), "other pointer"})
            .succeeds());
    press(program_);
    EXPECT_EQ(watch->latest(), Hand::Program);
}

TEST_F(X11PressWatchTest, KnowsAnEventThatAProgramSentToAWindow) {
    xcb_generic_event_t event{};
    event.response_type = XCB_KEY_PRESS;
    EXPECT_FALSE(isSentPress(&event));
    event.response_type = XCB_KEY_PRESS | 0x80;
    EXPECT_TRUE(isSentPress(&event));
    event.response_type = XCB_BUTTON_RELEASE | 0x80;
    EXPECT_TRUE(isSentPress(&event));
    event.response_type = XCB_CLIENT_MESSAGE | 0x80;
    EXPECT_FALSE(isSentPress(&event));
}

TEST(PressWatch, KnowsNothingWithoutADisplay) {
    unsetenv("DISPLAY");
    EXPECT_EQ(openPressWatch()->latest(), Hand::Unknown);
}

}  // namespace
}  // namespace sesame::desktop
