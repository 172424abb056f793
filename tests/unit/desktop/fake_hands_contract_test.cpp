// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop/hand_motion.h"
#include "desktop/panic_keys.h"
#include "support/fake_hands.h"
#include "unit/desktop/hands_contract.h"

namespace sesame::test {
namespace {

using desktop::PanicKeys;
using Act = desktop::LocalInput::Act;

class FakeHandsStage final : public HandsStage {
  public:
    Result<desktop::SharedDesktop::Hands> open(const Clock& clock) override { return hands_.open(clock); }
    std::u32string typed() override {
        std::u32string text;
        for (const Injected& each : hands_.injected())
            if (each.kind == Injected::Kind::Key && each.down && each.symbol < 0x01110000 &&
                (each.symbol < 0xFD00 || each.symbol > 0x01000000))
                text += static_cast<char32_t>(each.symbol & 0xFFFFFF);
        return text;
    }
    bool anythingHeld() override { return hands_.holdsAnything(); }
    desktop::Point pointer() override { return hands_.pointer(); }
    void personPresses(desktop::KeySymbol symbol, bool down) override { hands_.press(symbol, down); }
    void personClicks() override { hands_.act(Act::Click); }
    void personMoves(desktop::Point by) override { hands_.move(by); }
    void showOwnWindow(desktop::Rect area) override { hands_.setOwnWindow(area); }
    void giveOwnWindowTheKeyboard() override { hands_.setOwnWindowHasKeyboard(true); }
    void vanish() override { hands_.vanish(); }

  private:
    FakeHands hands_;
};

INSTANTIATE_TEST_SUITE_P(Fake, HandsContract, testing::Values([]() -> std::unique_ptr<HandsStage> {
                             return std::make_unique<FakeHandsStage>();
                         }));

}  // namespace
}  // namespace sesame::test
