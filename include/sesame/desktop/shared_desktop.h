// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/clock.h"
#include "sesame/desktop/input_sink.h"
#include "sesame/desktop/screen_source.h"

#include <functional>

namespace sesame::desktop {

/// This desktop, as far as a help session can show and operate it.
class SharedDesktop {
  public:
    virtual ~SharedDesktop() = default;
    virtual Result<std::unique_ptr<ScreenSource>> openScreen() = 0;
    struct Hands {
        std::unique_ptr<InputSink> sink;
        std::unique_ptr<LocalInput> local;  ///< knows what `sink` injects. Both on one thread
    };
    virtual Result<Hands> openHands() = 0;
};

/// The X server that $DISPLAY names. Everything it opens is Unavailable where there is none, or where it
/// lacks an extension; the detail says which.
std::unique_ptr<SharedDesktop> openSharedDesktop(const Clock& clock);

/// Why nobody may be using this desktop any more: what runs must end (I4).
enum class Away : std::uint8_t { Locked, Suspended, OtherUser, LoggedOut };

/// Tells when the session of this user is locked, suspended, switched away from or over (logind and
/// org.freedesktop.ScreenSaver over D-Bus).
class SessionWatch {
  public:
    virtual ~SessionWatch() = default;
};
/// `away` is called on the thread that calls this, which needs a Qt event loop. Without D-Bus it says
/// nothing.
std::unique_ptr<SessionWatch> watchSession(std::function<void(Away)> away);

/// Whether nobody may be using this desktop right now: locked, or switched away from. Asks over D-Bus and
/// waits for at most a second or so; false where nobody answers. Any thread.
bool isSessionAway();

}  // namespace sesame::desktop
