// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop/x11/raw_input.h"

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

}  // namespace

Status RawInput::select(X11Connection& connection, std::uint32_t mask) {
    SESAME_TRY(connection.require(xcb_input_id, "XInputExtension"));
    const auto version = x11Owned(xcb_input_xi_query_version_reply(
        connection.get(), xcb_input_xi_query_version(connection.get(), 2, 2), nullptr));
    connection.rouse();
    if (!version || version->major_version < 2 || (version->major_version == 2 && version->minor_version < 2))
        return Error{ErrorCode::Unavailable, "the X server lacks XInput 2.2"};
    struct {
        xcb_input_event_mask_t head;
        std::uint32_t mask;
    } wanted{{XCB_INPUT_DEVICE_ALL_MASTER, 1}, mask};
    xcb_input_xi_select_events(connection.get(), connection.root(), 1, &wanted.head);
    return {};
}

std::optional<RawInput::Act> RawInput::read(X11Connection& connection, const xcb_generic_event_t& event) {
    if (x11Type(event) != XCB_GE_GENERIC)
        return std::nullopt;
    // All raw events begin alike.
    const auto& raw = reinterpret_cast<const xcb_input_raw_key_press_event_t&>(event);
    if (raw.extension != xcb_get_extension_data(connection.get(), &xcb_input_id)->major_opcode)
        return std::nullopt;
    const auto kind = kindOf(raw.event_type);
    if (!kind)
        return std::nullopt;
    return Act{*kind, raw.detail, raw.sourceid, raw.full_sequence};
}

}  // namespace sesame::desktop
