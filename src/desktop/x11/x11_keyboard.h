// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/x11/keyboard_map.h"
#include "desktop/x11/x11_connection.h"

#include <deque>

namespace sesame::desktop {

/// The keyboard that injected keys come from: its map, kept up to date, and its state. Waits for the server.
/// One thread.
class X11Keyboard {
  public:
    explicit X11Keyboard(X11Connection& connection) : connection_(connection) {}
    Status start(std::uint16_t device);
    /// True when the event was about keyboards.
    bool handle(const xcb_generic_event_t& event);

    /// Reads the map again if somebody else has changed it. True when it did.
    Result<bool> refresh();
    const KeyboardMap& map() const { return *map_; }
    Result<KeyboardMap::State> state();
    /// Gives an unused key this symbol on every level, or takes it away again (0). Our own change: refresh()
    /// is not bothered.
    void assign(KeyboardMap::Key key, KeySymbol symbol);

  private:
    Status read();

    X11Connection& connection_;
    std::uint16_t device_ = 0;
    int notify_ = 0;
    std::unique_ptr<xkb_context, void (*)(xkb_context*)> context_{nullptr, &xkb_context_unref};
    std::optional<KeyboardMap> map_;
    bool changed_ = false;
    std::deque<std::uint32_t> ownChanges_;  // requests whose events are no news
};

}  // namespace sesame::desktop
