// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fake_hands.h"
#include "support/fake_screen.h"

namespace sesame::test {

/// A desktop to share that is all in memory. The test paints its screen and plays its person.
class FakeSharedDesktop final : public desktop::SharedDesktop {
  public:
    explicit FakeSharedDesktop(desktop::Size size = {640, 480}) : screen(size) {}

    Result<std::unique_ptr<desktop::ScreenSource>> openScreen() override {
        if (screenFailure)
            return *screenFailure;
        return screen.open();
    }
    Result<Hands> openHands() override {
        if (handsFailure)
            return *handsFailure;
        return hands.open();
    }

    FakeScreen screen;
    FakeHands hands;
    std::optional<Error> screenFailure;  ///< set it before the session starts
    std::optional<Error> handsFailure;
};

}  // namespace sesame::test
