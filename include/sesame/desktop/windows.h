// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/result.h"

#include <string>
#include <vector>

namespace sesame::desktop {

/// The windows of the desktop. X11: EWMH. Where the desktop does not say (Wayland), find() is empty. One
/// thread.
class Windows {
  public:
    virtual ~Windows() = default;
    struct Window {
        std::uint32_t id = 0;
        std::string windowClass;
        std::string title;
        int pid = 0;
    };
    virtual std::vector<Window> list() const = 0;
    /// To the front with the keyboard. Unavailable when the window manager refuses or the window is gone.
    virtual Status activate(const Window& window) = 0;
};

}  // namespace sesame::desktop
