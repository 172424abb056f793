// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/result.h"
#include "sesame/desktop/geometry.h"

#include <cstdint>
#include <vector>

namespace sesame::desktop {

/// X11 keysym values (keysymdef.h), which RFB uses too; 0x01000000 + code point for any Unicode character.
using KeySymbol = std::uint32_t;

/// A hand on this desktop's mouse and keyboard. One thread. Only remote::InputGate holds one.
class InputSink {
  public:
    virtual ~InputSink() = default;

    /// Presses or releases the key that makes this symbol, whatever the keyboard layout is (Chinese too).
    /// Pairs of press and release of one symbol may follow each other at any speed.
    virtual Status key(KeySymbol symbol, bool down) = 0;
    /// Moves the pointer and makes the buttons be as in `buttons` (RFC 6143, 7.5.5: bit 0 left, 1 middle, 2
    /// right, 3 and 4 wheel up and down, 5 and 6 wheel left and right).
    virtual Status pointer(Point at, unsigned buttons) = 0;
    /// Lets go of every key and button that this sink holds down, and puts the keyboard back as it was.
    virtual void releaseAll() = 0;
    /// True when a click there, or a key now, would reach a window of this very process (S24).
    virtual bool hitsOwnWindow(Point at) = 0;
    virtual bool ownWindowHasKeyboard() = 0;
};

/// What the person at this desktop does with their own hands. Not our own injected events, and not those of
/// a trembling or resting hand.
class LocalInput {
  public:
    virtual ~LocalInput() = default;
    /// Readable when poll() may have something to say.
    virtual int descriptor() const = 0;
    enum class Act : std::uint8_t {
        Key,
        Click,
        Move,   ///< deliberate: farther than a hand trembles
        Panic,  ///< Esc held for a second, Ctrl+Alt+Esc, or three fast shakes of the mouse
    };
    /// What happened since the last call. Call it at least every 100 ms while a key is down (see
    /// wantsTick()). Unavailable when the desktop is gone.
    virtual Result<std::vector<Act>> poll() = 0;
    /// A key is held that may become Panic: poll() again soon, even if descriptor() is silent.
    virtual bool wantsTick() const = 0;
};

}  // namespace sesame::desktop
