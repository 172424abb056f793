// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>

namespace sesame::desktop {

/// Tells a press of a real key or button from one that a program faked (S25). Open it when the question
/// appears: it knows nothing of what was pressed before. One thread.
class PressWatch {
  public:
    virtual ~PressWatch() = default;
    enum class Hand : std::uint8_t {
        Device,   ///< a keyboard, mouse or touch screen
        Program,  ///< X11: the XTEST devices, or no device at all
        Unknown,  ///< this desktop does not say
    };
    /// Whose hand the press is that arrives in this moment. Program, too, when another press of the last
    /// second was a program's, or when no device did anything lately: then the press was sent past all of
    /// them. Waits only for one answer of the X server.
    virtual Hand latest() = 0;
};

/// X11: XInput 2 raw events, which name their source device. A program that goes out of its way can inject as
/// any device, as one with a kernel device of its own can on every desktop.
std::unique_ptr<PressWatch> openPressWatch();

/// Whether this native event ("xcb_generic_event_t" in Qt's native event filter) is a key or button that a
/// program sent to one window, past the whole desktop. Whoever asks an important question drops these.
bool isSentPress(const void* event);

}  // namespace sesame::desktop
