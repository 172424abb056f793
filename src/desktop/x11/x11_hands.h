// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/x11/injector.h"
#include "desktop/x11/window_owner.h"
#include "desktop/x11/x11_keyboard.h"
#include "desktop/x11/xtest_devices.h"

#include "sesame/base/clock.h"
#include "sesame/desktop/shared_desktop.h"

#include <functional>

namespace sesame::desktop {

/// What the injecting and the watching hand of an X11 desktop share: one connection, so that the watching one
/// knows what the other did (see Injector). One thread.
struct X11Hands {
    /// Unavailable when there is no X server, or it lacks what we need; the detail says what.
    static Result<SharedDesktop::Hands> open(const Clock& clock, const char* display = nullptr);
    /// Once started, the two that use it.
    static SharedDesktop::Hands handsOf(const std::shared_ptr<X11Hands>& hands);

    X11Hands(std::unique_ptr<X11Connection> opened, const Clock& theClock)
        : connection(std::move(opened)),
          clock(theClock),
          injector(*connection),
          owner(*connection),
          devices(*connection),
          keyboard(*connection) {}
    Status start();
    /// Takes in what the server says. Acts of others are kept for takeActs().
    void pump();
    /// The person here has pressed something that takeActs() has not told yet.
    bool interrupted();
    /// Call it when the server was asked something: what came in with the answer may be for the other hand.
    void rouse() { connection->rouse(awaiting || !acts_.empty()); }
    std::vector<RawInput::Act> takeActs() { return std::exchange(acts_, {}); }
    /// Something waits for its time: descriptor() of the connection becomes readable then.
    void wakeIn(std::int64_t ms);
    void sleep();

    std::unique_ptr<X11Connection> connection;
    const Clock& clock;
    Injector injector;
    WindowOwner owner;
    XTestDevices devices;
    X11Keyboard keyboard;
    /// What the sink puts off; run by whoever reads the connection. Empty when there is no sink any more.
    std::function<void()> goOn;
    bool awaiting = false;  ///< the watching hand waits for an answer

  private:
    std::vector<RawInput::Act> acts_;
    Descriptor timer_;
    bool timerSet_ = false;
};

}  // namespace sesame::desktop
