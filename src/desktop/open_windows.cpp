// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop/null_windows.h"
#include "desktop/x11/x11_windows.h"

#include <cstdlib>

namespace sesame::desktop {

std::unique_ptr<Windows> openWindows() {
    const char* display = std::getenv("DISPLAY");
    if (display && *display)
        if (auto windows = X11Windows::open())
            return *std::move(windows);
    return std::make_unique<NullWindows>();
}

}  // namespace sesame::desktop
