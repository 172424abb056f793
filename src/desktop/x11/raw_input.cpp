// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop/x11/raw_input.h"

#include <array>

namespace sesame::desktop {
namespace {

std::optional<RawInput::Act::Kind> kindOf(std::uint16_t type) {
    using Kind = RawInput::Act::Kind;
    switch (type) {
        case XCB_INPUT_RAW_KEY_PRESS:
            return Kind::KeyPress;
        case XCB_INPUT_RAW_KEY_RELEASE:
            return Kind::KeyRelease;
        case XCB_INPUT_RAW_BUTTON_PRESS:
            return Kind::ButtonPress;
        case XCB_INPUT_RAW_BUTTON_RELEASE:
            return Kind::ButtonRelease;
        case XCB_INPUT_RAW_MOTION:
            return Kind::Motion;
        case XCB_INPUT_RAW_TOUCH_BEGIN:
            return Kind::Touch;
        default:
            return std::nullopt;
    }
}

const xcb_ge_generic_event_t* inputEvent(X11Connection& connection, const xcb_generic_event_t& event) {
    const auto& generic = reinterpret_cast<const xcb_ge_generic_event_t&>(event);
    const bool ours =
        x11Type(event) == XCB_GE_GENERIC &&
        generic.extension == xcb_get_extension_data(connection.get(), &xcb_input_id)->major_opcode;
    return ours ? &generic : nullptr;
}

}  // namespace

Status RawInput::select(X11Connection& connection, std::uint32_t mask) {
    SESAME_TRY(connection.require(xcb_input_id, "XInputExtension"));
    const auto version = x11Owned(xcb_input_xi_query_version_reply(
        connection.get(), xcb_input_xi_query_version(connection.get(), 2, 2), nullptr));
    connection.rouse();
    if (!version || version->major_version < 2 || (version->major_version == 2 && version->minor_version < 2))
        return Error{ErrorCode::Unavailable, "the X server lacks XInput 2.2"};
    // Raw events of master devices name the slave that they came from; changes are told of all devices only.
    struct Wanted {
        xcb_input_event_mask_t head;
        std::uint32_t mask;
    };
    const std::array<Wanted, 2> wanted{Wanted{{XCB_INPUT_DEVICE_ALL_MASTER, 1}, mask},
                                       Wanted{{XCB_INPUT_DEVICE_ALL, 1}, XCB_INPUT_XI_EVENT_MASK_HIERARCHY}};
    xcb_input_xi_select_events(connection.get(), connection.root(), wanted.size(), &wanted[0].head);
    return {};
}

bool RawInput::isDeviceChange(X11Connection& connection, const xcb_generic_event_t& event) {
    const auto* generic = inputEvent(connection, event);
    return generic && generic->event_type == XCB_INPUT_HIERARCHY;
}

std::optional<RawInput::Act> RawInput::read(X11Connection& connection, const xcb_generic_event_t& event) {
    const auto* generic = inputEvent(connection, event);
    const auto kind = generic ? kindOf(generic->event_type) : std::nullopt;
    if (!kind)
        return std::nullopt;
    // All raw events begin alike.
    const auto& raw = reinterpret_cast<const xcb_input_raw_key_press_event_t&>(event);
    return Act{*kind, raw.detail, raw.sourceid, raw.time, raw.full_sequence};
}

}  // namespace sesame::desktop
