// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/x11/x11_connection.h"

#include <xcb/xinput.h>

#include <optional>

namespace sesame::desktop {

/// XInput 2 raw events: what every device does, whoever has the keyboard or the pointer. One thread.
class RawInput {
  public:
    /// XCB_INPUT_XI_EVENT_MASK_RAW_… for all master devices. Unavailable when the server has no XInput 2.2.
    static Status select(X11Connection& connection, std::uint32_t mask);

    struct Act {
        enum class Kind : std::uint8_t {
            KeyPress,
            KeyRelease,
            ButtonPress,
            ButtonRelease,
            Motion,
            Touch,
            TouchEnd
        };
        Kind kind;
        std::uint32_t detail;    ///< key code or button
        std::uint16_t device;    ///< the slave device that it came from
        xcb_timestamp_t time;    ///< of the server
        std::uint32_t sequence;  ///< of the request of ours that the server did last
    };
    /// Nothing when the event is no raw event.
    static std::optional<Act> read(X11Connection& connection, const xcb_generic_event_t& event);
    /// A device came or went: device numbers may mean others now. Always told.
    static bool isDeviceChange(X11Connection& connection, const xcb_generic_event_t& event);
};

}  // namespace sesame::desktop
