// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/x11/x11_connection.h"

#include "sesame/desktop/geometry.h"

#include <xcb/xinput.h>
#include <xcb/xtest.h>

namespace sesame::test {

/// A hand on an X server's mouse and keyboard, on a connection of its own: as one of the devices that Xvfb
/// has and never uses, or injected as other programs do. Needs the US layout that Xvfb starts with.
class XHand {
  public:
    enum class As : std::uint8_t { Device, Program };

    explicit XHand(As as) : as_(as), connection_(*desktop::X11Connection::open()) {}
    xcb_connection_t* get() const { return connection_->get(); }
    xcb_window_t root() const { return connection_->root(); }
    /// The server has done everything so far.
    void finish() { connection_->finish(); }

    void key(xcb_keycode_t key, bool down) { fake(down ? XCB_KEY_PRESS : XCB_KEY_RELEASE, key, kKeyboard); }
    void button(std::uint8_t button, bool down) {
        fake(down ? XCB_BUTTON_PRESS : XCB_BUTTON_RELEASE, button, kMouse);
    }
    /// Always as a program.
    void move(desktop::Point by) { motion(1, by); }
    void moveTo(desktop::Point at) { motion(0, at); }

    /// A window of this process that no window manager knows.
    xcb_window_t window(desktop::Rect area) {
        const xcb_window_t window = xcb_generate_id(get());
        const std::uint32_t yes = 1;
        xcb_create_window(get(), XCB_COPY_FROM_PARENT, window, root(), static_cast<std::int16_t>(area.x),
                          static_cast<std::int16_t>(area.y), static_cast<std::uint16_t>(area.width),
                          static_cast<std::uint16_t>(area.height), 0, XCB_WINDOW_CLASS_INPUT_OUTPUT,
                          XCB_COPY_FROM_PARENT, XCB_CW_OVERRIDE_REDIRECT, &yes);
        xcb_map_window(get(), window);
        finish();
        return window;
    }

  private:
    static constexpr std::uint8_t kMouse = 6;
    static constexpr std::uint8_t kKeyboard = 7;

    void fake(std::uint8_t type, std::uint8_t detail, std::uint8_t device) {
        if (as_ == As::Device) {
            // XInput's events of these kinds have the same order as the core's.
            const auto first = xcb_get_extension_data(get(), &xcb_input_id)->first_event;
            const auto deviceType = first + XCB_INPUT_DEVICE_KEY_PRESS + type - XCB_KEY_PRESS;
            xcb_test_fake_input(get(), static_cast<std::uint8_t>(deviceType), detail, 0, XCB_NONE, 0, 0,
                                device);
        } else {
            xcb_test_fake_input(get(), type, detail, 0, root(), 0, 0, 0);
        }
        finish();
    }
    void motion(std::uint8_t relative, desktop::Point at) {
        xcb_test_fake_input(get(), XCB_MOTION_NOTIFY, relative, 0, root(), static_cast<std::int16_t>(at.x),
                            static_cast<std::int16_t>(at.y), 0);
        finish();
    }

    As as_;
    std::unique_ptr<desktop::X11Connection> connection_;
};

}  // namespace sesame::test
