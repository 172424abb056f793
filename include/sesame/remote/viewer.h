// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/desktop/input_sink.h"
#include "sesame/desktop/screen_source.h"
#include "sesame/stream/stream.h"

#include <functional>
#include <memory>

namespace sesame::remote {

/// What a viewer tells. Called on the viewer's thread; hand over, do not block. None is called any more once
/// stop() has returned.
struct ViewerEvents {
    /// The picture has this size from now on; all of it is new.
    std::function<void(desktop::Size)> resized;
    /// These areas of the picture are new; one call an update.
    std::function<void(std::vector<desktop::Rect>)> changed;
    /// The pointer over there looks like this; of no size: it is hidden.
    std::function<void(desktop::CursorShape)> cursor;
    /// The pointer over there was moved, not by us, to this place.
    std::function<void(desktop::Point)> pointer;
    /// Connected: the host has answered. Else the stream is over; Tampered also when the host said something
    /// that no host says. Not for a stream that attach() replaced.
    std::function<void(bool connected, stream::Ending why)> stream;
};

/// For "frame rate, delay, quality" on demand.
struct ViewerFigures {
    double updatesPerSecond = 0;
    double kilobytesPerSecond = 0;
    std::uint32_t roundTripUs = 0;
    bool exact = true;  ///< every pixel is as the host sent it without loss
};

/// The helper's end of a help session: decodes RFB from one stream at a time. A thread of its own; all
/// members may be called from any thread, stop() and the destructor not from within an event. Never changes
/// anything on this machine.
class Viewer {
  public:
    static std::unique_ptr<Viewer> create(ViewerEvents events);
    virtual ~Viewer() = default;

    /// The stream to the host; ends the one before. The picture stays until the new one has come.
    virtual void attach(std::unique_ptr<stream::Stream> stream) = 0;
    /// Only this part of the other desktop is wanted (a monitor); empty: all of it.
    virtual void show(desktop::Rect area) = 0;
    /// In pixels of the picture; buttons as in desktop::InputSink. These two do nothing while there is no
    /// stream.
    virtual void pointer(desktop::Point at, unsigned buttons) = 0;
    virtual void key(desktop::KeySymbol symbol, bool down) = 0;
    /// While on, what pointer() and key() say waits and leaves together, when it is off again or with
    /// whatever else is sent: several that come at once then wake each program on the way only once.
    virtual void gather(bool on) = 0;
    /// Calls `reader` with the picture as it is after the last whole update; it does not change meanwhile.
    virtual void read(const std::function<void(const desktop::Pixels&)>& reader) const = 0;
    virtual ViewerFigures figures() const = 0;
    /// Ends the stream and the thread. The last picture can still be read.
    virtual void stop() = 0;
};

}  // namespace sesame::remote
