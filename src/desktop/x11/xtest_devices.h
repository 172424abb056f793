// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/x11/x11_connection.h"

#include <map>
#include <optional>

namespace sesame::desktop {

/// Which input devices are XTEST's, through which programs inject. Asks the server about a device once, until
/// forget(). One thread.
class XTestDevices {
  public:
    explicit XTestDevices(X11Connection& connection) : connection_(connection) {}
    bool contains(std::uint16_t device);
    /// Devices came or went: their numbers may mean others.
    void forget() { known_.clear(); }
    /// The one that injected keys come from.
    std::optional<std::uint16_t> keyboard();

  private:
    xcb_atom_t mark();

    X11Connection& connection_;
    xcb_atom_t mark_ = XCB_NONE;
    std::map<std::uint16_t, bool> known_;
};

}  // namespace sesame::desktop
