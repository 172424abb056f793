// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/x11/x11_connection.h"

#include "sesame/desktop/screen_source.h"

#include <xcb/shm.h>

namespace sesame::desktop {

/// A frame buffer in memory that the X server writes to directly: a row of the screen has its own place in
/// it, so bands of whole rows need no copy after the server's. One thread.
class ShmFrame {
  public:
    /// Unavailable when the server does not share memory with us, as over a network.
    static Result<std::unique_ptr<ShmFrame>> create(X11Connection& connection, Size size);
    ~ShmFrame();
    ShmFrame(const ShmFrame&) = delete;
    ShmFrame& operator=(const ShmFrame&) = delete;

    Pixels pixels() const { return {data_, size_, size_.width}; }
    /// Copies the rows of these areas from the root window. Changed when the root window is smaller now.
    Status capture(std::span<const Rect> areas);

  private:
    ShmFrame(X11Connection& connection, Size size) : connection_(connection), size_(size) {}
    Status prepare();
    std::size_t bytes() const;

    X11Connection& connection_;
    Size size_;
    std::uint32_t* data_ = nullptr;
    xcb_shm_seg_t segment_ = XCB_NONE;
};

/// Bands of whole rows, top down, that hold all of these areas. Those that touch are one.
std::vector<Rect> bandsOf(std::span<const Rect> areas, Size screen);

}  // namespace sesame::desktop
