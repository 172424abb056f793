// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/result.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sesame::desktop {

/// The windows of the desktop. X11: EWMH. Where the desktop does not say (Wayland), list() is empty. One
/// thread.
class Windows {
  public:
    virtual ~Windows() = default;
    struct Window {
        std::uint32_t id = 0;
        std::string windowClass;
        std::string title;
        int pid = 0;
        std::string instance{};  ///< the first half of WM_CLASS
    };
    virtual std::vector<Window> list() const = 0;
    /// The one that has the keyboard, whoever's it is. Nothing where the desktop does not say.
    virtual std::optional<Window> active() const { return std::nullopt; }
    /// To the front with the keyboard. Unavailable when the window manager refuses or the window is gone.
    virtual Status activate(const Window& window) = 0;
    /// Returns when the list may have changed, or after this long. Unavailable, at once, where the desktop
    /// never says.
    virtual Status waitForChange(int timeOutMs) {
        static_cast<void>(timeOutMs);
        return Error{ErrorCode::Unavailable, "this desktop does not list windows"};
    }
};

/// The X server that $DISPLAY names, when there is one; else one that sees nothing.
std::unique_ptr<Windows> openWindows();

}  // namespace sesame::desktop
