// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/desktop/shared_desktop.h"
#include "sesame/remote/granted.h"
#include "sesame/stream/stream.h"

#include <functional>
#include <memory>

namespace sesame::remote {

/// What a host tells. Called on the host's thread; hand over, do not block.
struct HostEvents {
    /// The helper's pointer at the level Point (or above, while its input is dropped): an arrow for the
    /// receiver's eyes, in pixels of the whole desktop.
    std::function<void(desktop::Point at, bool pressed)> pointed;
    /// The receiver's own hands. After Panic the host has already stopped everything by itself.
    std::function<void(desktop::LocalInput::Act)> local;
    /// The helper's viewer is connected and gets pictures (true), or its stream ended (false).
    std::function<void(bool connected, stream::Ending why)> viewer;
    std::function<void(std::vector<desktop::Monitor>)> monitors;
    /// The desktop itself is gone. Nothing works any more.
    std::function<void(Error)> failed;
};

/// The receiver's end of a help session: captures the screen and serves it as RFB (RFC 6143) on one stream at
/// a time, and lets the helper's input through its gate. A thread of its own from start to end of the
/// session; all members may be called from any thread. Nothing leaves before start(), nothing after stop()
/// has returned.
class Host {
  public:
    static Result<std::unique_ptr<Host>> start(GrantedView view, desktop::SharedDesktop& desktop,
                                               const Clock& clock, HostEvents events);
    virtual ~Host() = default;

    /// The helper's stream; ends the one before.
    virtual void attach(std::unique_ptr<stream::Stream> stream) = 0;
    /// A second grant of the same helper, for a higher level. Uses it up; what it is for works from now on.
    virtual Status rise(const consent::Grant& grant) = 0;
    /// The helper's input reaches the desktop from now on, until the control is revoked or expires. rise()
    /// does so by itself.
    virtual void allow(GrantedControl control) = 0;
    /// The helper only points from now on, until another rise.
    virtual void takeBackControl() = 0;
    /// The receiver answered "go on": so many minutes from now.
    virtual void extend(std::int64_t minutes) = 0;
    /// The picture stands still and input is dropped. Several reasons may hold at once; the caller counts.
    virtual void setPaused(bool paused) = 0;
    /// Input is dropped, not queued, and held keys are let go, while a consent or safety window is open
    /// (S24); the picture stands still as well. When this returns with true, no later event gets through.
    virtual void setShield(bool up) = 0;
    /// The end: at most 200 ms until no input gets through, 500 ms until no picture leaves (M13).
    virtual void stop() = 0;
};

}  // namespace sesame::remote
