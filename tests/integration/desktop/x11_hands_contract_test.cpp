// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop/x11/x11_hands.h"
#include "support/key_reader.h"
#include "unit/desktop/hands_contract.h"

#include <algorithm>

namespace sesame::test {
namespace {

using desktop::x11Owned;

/// A real X server with a program of its own in front.
template <XHand::As as>
class X11HandsStage final : public HandsStage {
  public:
    Result<desktop::SharedDesktop::Hands> open(const Clock& clock) override {
        hands_ = std::make_shared<desktop::X11Hands>(*desktop::X11Connection::open(), clock);
        SESAME_TRY(hands_->start());
        return desktop::X11Hands::handsOf(hands_);
    }
    std::u32string typed() override {
        settle();
        return reader_.typed(person_);
    }
    bool anythingHeld() override {
        settle();
        const auto keys = x11Owned(xcb_query_keymap_reply(x(), xcb_query_keymap(x()), nullptr));
        return std::any_of(std::begin(keys->keys), std::end(keys->keys),
                           [](auto bits) { return bits != 0; }) ||
               (askPointer()->mask & 0x1F00) != 0;
    }
    desktop::Point pointer() override {
        settle();
        const auto pointer = askPointer();
        return {pointer->root_x, pointer->root_y};
    }
    void personPresses(desktop::KeySymbol symbol, bool down) override {
        person_.key(keyFor(symbol), down);
        settle();
    }
    void personClicks() override {
        person_.button(1, true);
        person_.button(1, false);
        settle();
    }
    void personMoves(desktop::Point by) override {
        settle();
        person_.move(by);
        settle();
    }
    void showOwnWindow(desktop::Rect area) override { own_ = person_.window(area); }
    void giveOwnWindowTheKeyboard() override {
        xcb_set_input_focus(x(), XCB_INPUT_FOCUS_NONE, own_, XCB_CURRENT_TIME);
        person_.finish();
    }
    void vanish() override { display_.end(); }

  private:
    static std::uint8_t keyFor(desktop::KeySymbol symbol) {
        switch (symbol) {
            case 0xFF1B:
                return 9;
            case 0xFFE3:
                return 37;
            case 0xFFE9:
                return 64;
            default:
                EXPECT_EQ(symbol, 'q');
                return 24;
        }
    }
    desktop::X11Owned<xcb_query_pointer_reply_t> askPointer() const {
        return x11Owned(xcb_query_pointer_reply(x(), xcb_query_pointer(x(), person_.root()), nullptr));
    }
    xcb_connection_t* x() const { return person_.get(); }
    /// The server has done what both were asked to do, and has told the hands of it.
    void settle() {
        person_.finish();
        if (hands_) {
            hands_->connection->finish();
            hands_->rouse();
        }
    }

    XDisplay display_;
    std::shared_ptr<desktop::X11Hands> hands_;
    XHand person_{as};
    KeyReader reader_;
    xcb_window_t own_ = XCB_NONE;
};

template <XHand::As as>
std::unique_ptr<HandsStage> stage() {
    return std::make_unique<X11HandsStage<as>>();
}

INSTANTIATE_TEST_SUITE_P(X11Device, HandsContract, testing::Values(&stage<XHand::As::Device>));
INSTANTIATE_TEST_SUITE_P(X11AnotherProgram, HandsContract, testing::Values(&stage<XHand::As::Program>));

}  // namespace
}  // namespace sesame::test
