// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/result.h"
#include "sesame/desktop/geometry.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace sesame::desktop {

struct Monitor {
    std::string name;  ///< "eDP-1"
    Rect area;
    bool primary = false;
    bool operator==(const Monitor&) const = default;
};

struct CursorShape {
    Size size;
    Point hot;
    std::vector<std::uint32_t> argb;  ///< premultiplied, row by row
    bool operator==(const CursorShape&) const = default;
};

/// 32 bits a pixel, blue in the lowest byte.
struct Pixels {
    const std::uint32_t* data = nullptr;
    Size size;
    int stride = 0;  ///< pixels from one row to the next
};

/// The picture of the desktop, all monitors. One thread. X11: XDamage tells what changed, XShm copies it,
/// XFixes knows the cursor, RandR the monitors.
class ScreenSource {
  public:
    virtual ~ScreenSource() = default;

    /// Readable when poll() may have something to say.
    virtual int descriptor() const = 0;

    struct Changes {
        std::vector<Rect> damaged;  ///< may overstate, never overlaps itself, inside the screen
        bool resized = false;       ///< pixels() moved; everything is damaged
        bool monitors = false;
        bool cursor = false;           ///< another shape
        std::optional<Point> pointer;  ///< where it is now, if it moved
    };
    /// What happened since the last call, collapsed. Does not wait for anything to happen. An area that was
    /// told of may go untold when it changes again before the next capture(), which has what is there by
    /// then. Unavailable when the desktop is gone.
    virtual Result<Changes> poll() = 0;

    /// Copies these areas of the screen, as they are now, to pixels(). Whole rows may be copied. Changed when
    /// the screen has another size by now: poll() tells more.
    virtual Status capture(std::span<const Rect> areas) = 0;
    /// Stays where it is until poll() says resized.
    virtual Pixels pixels() const = 0;

    virtual std::vector<Monitor> monitors() const = 0;
    virtual CursorShape cursor() const = 0;
};

}  // namespace sesame::desktop
