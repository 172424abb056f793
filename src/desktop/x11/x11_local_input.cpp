// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop/x11/x11_local_input.h"

#include <xkbcommon/xkbcommon-keysyms.h>

namespace sesame::desktop {
namespace {

/// Esc on every PC keyboard, whatever the layout makes of it.
constexpr std::uint32_t kEscapeKey = 9;

PanicKeys::Kind kindOf(const KeyboardMap& map, std::uint32_t code) {
    const auto key = static_cast<KeyboardMap::Key>(code);
    if (code == kEscapeKey || map.makes(key, XKB_KEY_Escape))
        return PanicKeys::Kind::Escape;
    if (map.makes(key, XKB_KEY_Control_L) || map.makes(key, XKB_KEY_Control_R))
        return PanicKeys::Kind::Control;
    if (map.makes(key, XKB_KEY_Alt_L) || map.makes(key, XKB_KEY_Alt_R))
        return PanicKeys::Kind::Alt;
    return PanicKeys::Kind::Other;
}

}  // namespace

X11LocalInput::X11LocalInput(std::shared_ptr<X11Hands> hands) : hands_(std::move(hands)) {
    X11Connection& connection = *hands_->connection;
    const auto where = x11Owned(xcb_query_pointer_reply(
        connection.get(), xcb_query_pointer(connection.get(), connection.root()), nullptr));
    if (where)
        pointer_ = {where->root_x, where->root_y};
    hands_->rouse();
}

Result<std::vector<LocalInput::Act>> X11LocalInput::poll() {
    // What was put off waits until whoever injects knows of a press here.
    if (!hands_->interrupted() && hands_->goOn)
        hands_->goOn();
    if (!hands_->connection->alive())
        return Error{ErrorCode::Unavailable, "the X server went away"};
    for (const RawInput::Act& act : hands_->takeActs())
        note(act);
    followPointer();
    if (panic_.tick(hands_->clock.bootMs()))
        add(Act::Panic);
    return std::exchange(acts_, {});
}

void X11LocalInput::note(const RawInput::Act& act) {
    using Kind = RawInput::Act::Kind;
    switch (act.kind) {
        case Kind::KeyPress:
            add(Act::Key);
            return noteKey(act.detail, true);
        case Kind::KeyRelease:
            return noteKey(act.detail, false);
        case Kind::ButtonPress:
        case Kind::Touch:
            return add(Act::Click);
        case Kind::ButtonRelease:
        case Kind::TouchEnd:
            return;
        case Kind::Motion:
            moved_ = true;
            return;
    }
}

void X11LocalInput::noteKey(std::uint32_t key, bool down) {
    if (panic_.key(key, kindOf(hands_->keyboard.map(), key), down, hands_->clock.bootMs()))
        add(Act::Panic);
}

void X11LocalInput::followPointer() {
    X11Connection& connection = *hands_->connection;
    if (const auto where = connection.answer<xcb_query_pointer_reply_t>(asked_.sequence)) {
        const Point start = startedAt_.value_or(pointer_);
        pointer_ = {where->root_x, where->root_y};
        noteMotion({pointer_.x - start.x, pointer_.y - start.y});
    }
    if (asked_.sequence == 0 && std::exchange(moved_, false)) {
        startedAt_ = hands_->injector.takeMotion();
        asked_ = xcb_query_pointer(connection.get(), connection.root());
        xcb_flush(connection.get());
    }
    hands_->awaiting = asked_.sequence != 0;
}

void X11LocalInput::noteMotion(Point by) {
    const std::int64_t now = hands_->clock.bootMs();
    if (motion_.moved(by, now))
        add(Act::Move);
    if (shake_.moved(by, now))
        add(Act::Panic);
}

void X11LocalInput::add(Act act) {
    if (acts_.empty() || acts_.back() != act)
        acts_.push_back(act);
}

}  // namespace sesame::desktop
