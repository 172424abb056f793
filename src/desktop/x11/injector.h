// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/x11/raw_input.h"

#include "sesame/desktop/geometry.h"

#include <deque>
#include <utility>

namespace sesame::desktop {

/// Injects through XTEST and knows its own echo. The server carries an XTEST request out before it looks at
/// the next one, and every event that it sends us names the request of ours that it did last: so a raw event
/// that names one of these requests, and says the same, is ours, and no other is. A request that does nothing
/// follows each, lest another hand's event names it later. One thread; nothing is sent before flush().
class Injector {
  public:
    explicit Injector(X11Connection& connection) : connection_(connection) {}
    Status start();

    void key(xcb_keycode_t key, bool down);
    void button(std::uint8_t button, bool down);
    void moveTo(Point at);
    void flush() { xcb_flush(connection_.get()); }

    /// Acts must be shown in the order in which they came.
    bool isOwn(const RawInput::Act& act);
    /// Where moveTo() has put the pointer since the last call.
    std::optional<Point> takeMotion() { return std::exchange(motion_, std::nullopt); }

  private:
    struct Echo {
        std::uint32_t sequence;
        RawInput::Act::Kind kind;
        std::uint32_t detail;
    };
    void inject(std::uint8_t type, RawInput::Act::Kind kind, std::uint8_t detail, Point at);

    X11Connection& connection_;
    std::deque<Echo> expected_;
    std::optional<Point> motion_;
};

}  // namespace sesame::desktop
