// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop/x11/x11_keyboard.h"

#include <xkbcommon/xkbcommon-x11.h>

#include <algorithm>
#include <array>
#include <utility>

// The header of this extension has a member named `explicit`.
#define explicit explicitPart
#include <xcb/xkb.h>
#undef explicit

namespace sesame::desktop {
namespace {

constexpr std::size_t kMostOwnChanges = 256;

}  // namespace

Status X11Keyboard::start(std::uint16_t device) {
    device_ = device;
    std::uint8_t firstEvent = 0;
    if (!xkb_x11_setup_xkb_extension(connection_.get(), XKB_X11_MIN_MAJOR_XKB_VERSION,
                                     XKB_X11_MIN_MINOR_XKB_VERSION, XKB_X11_SETUP_XKB_EXTENSION_NO_FLAGS,
                                     nullptr, nullptr, &firstEvent, nullptr))
        return Error{ErrorCode::Unavailable, "the X server lacks the extension XKEYBOARD"};
    notify_ = firstEvent;
    context_.reset(xkb_context_new(XKB_CONTEXT_NO_FLAGS));
    constexpr auto kEvents = XCB_XKB_EVENT_TYPE_NEW_KEYBOARD_NOTIFY | XCB_XKB_EVENT_TYPE_MAP_NOTIFY;
    constexpr auto kMap =
        XCB_XKB_MAP_PART_KEY_TYPES | XCB_XKB_MAP_PART_KEY_SYMS | XCB_XKB_MAP_PART_MODIFIER_MAP;
    xcb_xkb_select_events(connection_.get(), device_, kEvents, 0, kEvents, kMap, kMap, nullptr);
    return read();
}

Status X11Keyboard::read() {
    changed_ = false;
    xkb_keymap* keymap = xkb_x11_keymap_new_from_device(context_.get(), connection_.get(), device_,
                                                        XKB_KEYMAP_COMPILE_NO_FLAGS);
    connection_.rouse();
    if (!keymap)
        return Error{ErrorCode::Unavailable, "the X server's keyboard map cannot be read"};
    map_.emplace(keymap);
    xkb_keymap_unref(keymap);
    return {};
}

bool X11Keyboard::handle(const xcb_generic_event_t& event) {
    if (x11Type(event) != notify_)
        return false;
    const bool own =
        std::find(ownChanges_.begin(), ownChanges_.end(), event.full_sequence) != ownChanges_.end();
    changed_ = changed_ || !own;
    return true;
}

Result<bool> X11Keyboard::refresh() {
    if (!changed_)
        return false;
    SESAME_TRY(read());
    return true;
}

Result<KeyboardMap::State> X11Keyboard::state() {
    const auto now = x11Owned(xcb_xkb_get_state_reply(
        connection_.get(), xcb_xkb_get_state(connection_.get(), XCB_XKB_ID_USE_CORE_KBD), nullptr));
    connection_.rouse();
    if (!now)
        return Error{ErrorCode::Unavailable, "the X server went away"};
    return KeyboardMap::State{now->baseMods, now->latchedMods, now->lockedMods, now->group};
}

void X11Keyboard::assign(KeyboardMap::Key key, KeySymbol symbol) {
    // The same on both levels of two layouts, so that no modifier and no layout changes what it makes.
    const std::array<xcb_keysym_t, 4> symbols{symbol, symbol, symbol, symbol};
    const auto sent = xcb_change_keyboard_mapping(connection_.get(), 1, key, symbol == 0 ? 1 : symbols.size(),
                                                  symbols.data());
    ownChanges_.push_back(sent.sequence);
    if (ownChanges_.size() > kMostOwnChanges)
        ownChanges_.pop_front();
    // Lest a change by others is told under the number of ours.
    xcb_no_operation(connection_.get());
}

}  // namespace sesame::desktop
