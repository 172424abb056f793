// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop/x11/x11_hands.h"
#include "support/x_display.h"
#include "unit/desktop/hands_contract.h"

#include <xcb/xtest.h>

#include <algorithm>
#include <cstdio>
#include <cstring>

namespace sesame::test {
namespace {

using desktop::x11Owned;

/// How the person's hand reaches the X server.
enum class By : std::uint8_t {
    Device,         ///< as the devices that Xvfb has
    AnotherProgram  ///< injected, as an on-screen keyboard does
};

/// A real X server with a program of its own in front.
template <By by>
class X11HandsStage final : public HandsStage {
  public:
    X11HandsStage() { reader_.line(); }  // it has the keyboard now

    Result<desktop::SharedDesktop::Hands> open(const Clock& clock) override {
        hands_ = std::make_shared<desktop::X11Hands>(*desktop::X11Connection::open(), clock);
        SESAME_TRY(hands_->start());
        return desktop::X11Hands::handsOf(hands_);
    }
    std::u32string typed() override {
        settle();
        xcb_client_message_event_t question{};
        question.response_type = XCB_CLIENT_MESSAGE;
        question.format = 32;
        question.window = reader_.window();
        question.type = XCB_ATOM_STRING;
        xcb_send_event(x(), 0, reader_.window(), 0, reinterpret_cast<const char*>(&question));
        xcb_flush(x());
        for (std::string line = reader_.line(); !line.empty() && line != "#"; line = reader_.line())
            typed_ += static_cast<char32_t>(std::stoul(line));
        return typed_;
    }
    bool anythingHeld() override {
        settle();
        const auto keys = x11Owned(xcb_query_keymap_reply(x(), xcb_query_keymap(x()), nullptr));
        const auto pointer = x11Owned(xcb_query_pointer_reply(x(), xcb_query_pointer(x(), root()), nullptr));
        return std::any_of(std::begin(keys->keys), std::end(keys->keys),
                           [](auto bits) { return bits != 0; }) ||
               (pointer->mask & 0x1F00) != 0;
    }
    desktop::Point pointer() override {
        settle();
        const auto pointer = x11Owned(xcb_query_pointer_reply(x(), xcb_query_pointer(x(), root()), nullptr));
        return {pointer->root_x, pointer->root_y};
    }
    void personPresses(desktop::KeySymbol symbol, bool down) override {
        fake(down ? XCB_KEY_PRESS : XCB_KEY_RELEASE, keyFor(symbol), kKeyboard);
    }
    void personClicks() override {
        fake(XCB_BUTTON_PRESS, 1, kMouse);
        fake(XCB_BUTTON_RELEASE, 1, kMouse);
    }
    void personMoves(desktop::Point by_) override {
        settle();
        xcb_test_fake_input(x(), XCB_MOTION_NOTIFY, 1, 0, root(), static_cast<std::int16_t>(by_.x),
                            static_cast<std::int16_t>(by_.y), 0);
        settle();
    }
    void showOwnWindow(desktop::Rect area) override {
        own_ = xcb_generate_id(x());
        const std::uint32_t yes = 1;
        xcb_create_window(x(), XCB_COPY_FROM_PARENT, own_, root(), static_cast<std::int16_t>(area.x),
                          static_cast<std::int16_t>(area.y), static_cast<std::uint16_t>(area.width),
                          static_cast<std::uint16_t>(area.height), 0, XCB_WINDOW_CLASS_INPUT_OUTPUT,
                          XCB_COPY_FROM_PARENT, XCB_CW_OVERRIDE_REDIRECT, &yes);
        xcb_map_window(x(), own_);
        settle();
    }
    void giveOwnWindowTheKeyboard() override {
        xcb_set_input_focus(x(), XCB_INPUT_FOCUS_NONE, own_, XCB_CURRENT_TIME);
        settle();
    }
    void vanish() override { display_.end(); }

  private:
    // Xvfb's own devices; it never uses them itself.
    static constexpr std::uint8_t kMouse = 6;
    static constexpr std::uint8_t kKeyboard = 7;

    /// The program that is typed to.
    class Reader {
      public:
        Reader() {
            int ends[2];
            EXPECT_EQ(pipe(ends), 0);
            program_ = std::make_unique<Child>(std::vector<std::string>{SESAME_KEY_READER}, ends[1]);
            ::close(ends[1]);
            from_ = fdopen(ends[0], "r");
        }
        ~Reader() { std::fclose(from_); }
        Reader(const Reader&) = delete;
        Reader& operator=(const Reader&) = delete;
        /// Empty when the program is gone.
        std::string line() {
            char text[64];
            if (!std::fgets(text, sizeof text, from_))
                return "";
            const std::string line(text, std::strcspn(text, "\n"));
            if (window_ == XCB_NONE)
                window_ = static_cast<xcb_window_t>(std::stoul(line));
            return line;
        }
        xcb_window_t window() const { return window_; }

      private:
        std::unique_ptr<Child> program_;
        std::FILE* from_ = nullptr;
        xcb_window_t window_ = XCB_NONE;
    };

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
    void fake(std::uint8_t type, std::uint8_t detail, std::uint8_t device) {
        settle();
        if (by == By::Device) {
            // XInput's events of these kinds have the same order as the core's.
            const auto first = xcb_get_extension_data(x(), &xcb_input_id)->first_event;
            const auto deviceType =
                static_cast<std::uint8_t>(first + XCB_INPUT_DEVICE_KEY_PRESS + type - XCB_KEY_PRESS);
            xcb_test_fake_input(x(), deviceType, detail, 0, XCB_NONE, 0, 0, device);
        } else {
            xcb_test_fake_input(x(), type, detail, 0, root(), 0, 0, 0);
        }
        settle();
    }
    xcb_connection_t* x() const { return person_->get(); }
    xcb_window_t root() const { return person_->root(); }
    /// The server has done what both were asked to do, and has told the hands of it.
    void settle() {
        person_->finish();
        if (hands_) {
            hands_->connection->finish();
            hands_->rouse();
        }
    }

    XDisplay display_;
    std::shared_ptr<desktop::X11Hands> hands_;
    std::unique_ptr<desktop::X11Connection> person_ = *desktop::X11Connection::open();
    Reader reader_;
    xcb_window_t own_ = XCB_NONE;
    std::u32string typed_;
};

INSTANTIATE_TEST_SUITE_P(X11Device, HandsContract, testing::Values([]() -> std::unique_ptr<HandsStage> {
                             return std::make_unique<X11HandsStage<By::Device>>();
                         }));
INSTANTIATE_TEST_SUITE_P(X11AnotherProgram, HandsContract,
                         testing::Values([]() -> std::unique_ptr<HandsStage> {
                             return std::make_unique<X11HandsStage<By::AnotherProgram>>();
                         }));

}  // namespace
}  // namespace sesame::test
