// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>

namespace sesame::desktop {

/// Tells a press of a real key or button from one that a program faked (S25). One thread.
class PressWatch {
  public:
    virtual ~PressWatch() = default;
    enum class Hand : std::uint8_t {
        Device,   ///< a keyboard, mouse or touch screen
        Program,  ///< X11: the XTEST devices
        Unknown,  ///< this desktop does not say
    };
    /// From where the latest press of a key or button on this desktop came. Never waits.
    virtual Hand latest() = 0;
};

/// X11: XInput 2 raw events, which name their source device.
std::unique_ptr<PressWatch> openPressWatch();

}  // namespace sesame::desktop
