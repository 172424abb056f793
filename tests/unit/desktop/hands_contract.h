// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fake_clock.h"

#include "sesame/desktop/shared_desktop.h"

#include <gtest/gtest.h>

#include <string>

namespace sesame::test {

/// A desktop with a program in front that takes what is typed, and a person who sits there.
class HandsStage {
  public:
    virtual ~HandsStage() = default;
    virtual Result<desktop::SharedDesktop::Hands> open(const Clock& clock) = 0;

    /// What the program in front was typed so far.
    virtual std::u32string typed() = 0;
    virtual bool anythingHeld() = 0;
    virtual desktop::Point pointer() = 0;

    // What follows has happened, and is told to whoever watches, when the function returns.
    virtual void personPresses(desktop::KeySymbol symbol, bool down) = 0;
    virtual void personClicks() = 0;
    virtual void personMoves(desktop::Point by) = 0;
    virtual void showOwnWindow(desktop::Rect area) = 0;
    virtual void giveOwnWindowTheKeyboard() = 0;
    virtual void vanish() = 0;
};

/// What every pair of InputSink and LocalInput does. The parameter makes the stage.
class HandsContract : public testing::TestWithParam<std::unique_ptr<HandsStage> (*)()> {
  protected:
    using Act = desktop::LocalInput::Act;
    void SetUp() override;
    /// Presses and releases each character.
    void type(const std::u32string& text);
    bool waitForText(const std::u32string& text);
    /// What the person did, told without waiting for anything more.
    std::vector<Act> told();
    /// Moves in steps of `by`, with `ms` from one to the next, and collects what is told meanwhile.
    std::vector<Act> moveInSteps(desktop::Point by, int steps, std::int64_t ms);

    FakeClock clock_;
    std::unique_ptr<HandsStage> stage_;
    desktop::SharedDesktop::Hands hands_;
};

}  // namespace sesame::test
