// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>

namespace sesame::desktop {

/// Whether people can see a window of ours (S27). One thread.
class WindowStack {
  public:
    virtual ~WindowStack() = default;
    enum class Sight : std::uint8_t {
        Whole,    ///< shown, inside the screen, and nothing but windows of this process above it
        Covered,  ///< another program's window is above a part of it, or it is not shown at all
        Unknown,  ///< this desktop does not say
    };
    /// `window`: its native id. Windows above count as if nobody could see through them. Waits for the X
    /// server.
    virtual Sight sightOf(std::uint32_t window) = 0;
};

/// The X server that $DISPLAY names; else one that knows nothing. `changed` is called on this thread, which
/// needs a Qt event loop, after windows were shown, hidden, moved or restacked.
std::unique_ptr<WindowStack> openWindowStack(std::function<void()> changed);

}  // namespace sesame::desktop
