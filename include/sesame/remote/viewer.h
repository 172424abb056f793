// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/desktop/input_sink.h"
#include "sesame/desktop/screen_source.h"
#include "sesame/stream/stream.h"

#include <functional>
#include <memory>

namespace sesame::remote {

/// What a viewer tells. Called on the viewer's thread; hand over, do not block.
struct ViewerEvents {
    std::function<void(desktop::Size)> resized;
    /// These areas of the picture are new; one call an update.
    std::function<void(std::vector<desktop::Rect>)> changed;
    std::function<void(desktop::CursorShape)> cursor;
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
/// members may be called from any thread. Never changes anything on this machine.
class Viewer {
  public:
    static std::unique_ptr<Viewer> create(ViewerEvents events);
    virtual ~Viewer() = default;

    virtual void attach(std::unique_ptr<stream::Stream> stream) = 0;
    /// Only this part of the other desktop is wanted (a monitor); empty: all of it.
    virtual void show(desktop::Rect area) = 0;
    virtual void pointer(desktop::Point at, unsigned buttons) = 0;
    virtual void key(desktop::KeySymbol symbol, bool down) = 0;
    /// Calls `reader` with the picture as it is after the last whole update; it does not change meanwhile.
    virtual void read(const std::function<void(const desktop::Pixels&)>& reader) const = 0;
    virtual ViewerFigures figures() const = 0;
    virtual void stop() = 0;
};

}  // namespace sesame::remote
