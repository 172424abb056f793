// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/x11/x11_connection.h"

#include "sesame/desktop/screen_source.h"

#include <xcb/xfixes.h>

namespace sesame::desktop {

/// The shape of the cursor, by XFixes. Asks when it hears of another one and goes on without waiting. One
/// thread.
class X11Cursor {
  public:
    explicit X11Cursor(X11Connection& connection) : connection_(connection) {}
    /// Reads the present shape; waits for the server.
    Status start();
    /// True when the event was about the cursor.
    bool handle(const xcb_generic_event_t& event);
    /// True when another shape has arrived since the last call.
    bool arrived();
    bool awaits() const { return asked_.sequence != 0; }
    const CursorShape& shape() const { return shape_; }

  private:
    void ask();
    bool take(const xcb_xfixes_get_cursor_image_reply_t& image);

    X11Connection& connection_;
    int notify_ = 0;
    bool again_ = false;
    xcb_xfixes_get_cursor_image_cookie_t asked_{};
    CursorShape shape_;
};

}  // namespace sesame::desktop
