// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop/x11/injector.h"

#include <xcb/xtest.h>

#include <algorithm>

namespace sesame::desktop {
namespace {

/// More than are ever under way while somebody reads; without a reader the oldest are forgotten.
constexpr std::size_t kMostExpected = 4096;

/// Whether one request came before another; their numbers wrap around.
bool isBefore(std::uint32_t one, std::uint32_t other) {
    return static_cast<std::int32_t>(one - other) < 0;
}

}  // namespace

Status Injector::start() {
    return connection_.require(xcb_test_id, "XTEST");
}

void Injector::inject(std::uint8_t type, RawInput::Act::Kind kind, std::uint8_t detail, Point at) {
    const auto coordinate = [](int value) {
        return static_cast<std::int16_t>(std::clamp<int>(value, INT16_MIN, INT16_MAX));
    };
    const auto sent = xcb_test_fake_input(connection_.get(), type, detail, 0, connection_.root(),
                                          coordinate(at.x), coordinate(at.y), 0);
    expected_.push_back({sent.sequence, kind, detail});
    if (expected_.size() > kMostExpected)
        expected_.pop_front();
    xcb_no_operation(connection_.get());
}

void Injector::key(xcb_keycode_t key, bool down) {
    inject(down ? XCB_KEY_PRESS : XCB_KEY_RELEASE,
           down ? RawInput::Act::Kind::KeyPress : RawInput::Act::Kind::KeyRelease, key, {});
}

void Injector::button(std::uint8_t button, bool down) {
    inject(down ? XCB_BUTTON_PRESS : XCB_BUTTON_RELEASE,
           down ? RawInput::Act::Kind::ButtonPress : RawInput::Act::Kind::ButtonRelease, button, {});
}

void Injector::moveTo(Point at) {
    inject(XCB_MOTION_NOTIFY, RawInput::Act::Kind::Motion, 0, at);
    motion_ = at;
}

bool Injector::isOwn(const RawInput::Act& act) {
    while (!expected_.empty() && isBefore(expected_.front().sequence, act.sequence))
        expected_.pop_front();
    if (expected_.empty() || expected_.front().sequence != act.sequence ||
        expected_.front().kind != act.kind || expected_.front().detail != act.detail)
        return false;
    expected_.pop_front();
    return true;
}

}  // namespace sesame::desktop
