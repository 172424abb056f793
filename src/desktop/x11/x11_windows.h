// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/desktop/windows.h"

#include <xcb/xcb_ewmh.h>

#include <chrono>

namespace sesame::desktop {

/// The windows of an X11 desktop, by the Extended Window Manager Hints. One thread.
class X11Windows final : public Windows {
  public:
    /// Unavailable when no X server answers.
    static Result<std::unique_ptr<X11Windows>> open(const char* display = nullptr);
    ~X11Windows() override;
    X11Windows(const X11Windows&) = delete;
    X11Windows& operator=(const X11Windows&) = delete;

    std::vector<Window> list() const override;
    std::optional<Window> active() const override;
    Status activate(const Window& window) override;
    Status waitForChange(int timeOutMs) override;

  private:
    using Deadline = std::chrono::steady_clock::time_point;
    explicit X11Windows(xcb_connection_t* connection) : connection_(connection) {}
    Status prepare(int screen);
    Window read(xcb_window_t id) const;
    bool isIconic(xcb_window_t id) const;
    xcb_window_t activeWindow() const;
    xcb_window_t focusWindow() const;
    xcb_window_t parentOf(xcb_window_t id) const;
    /// Hears of the titles of the active window from now on; true when that is another one than before.
    bool watchActive();
    bool tellsChange(const xcb_generic_event_t& event) const;
    /// The server's time now: a request with an older one is taken for a theft of the focus.
    xcb_timestamp_t serverTime(Deadline deadline);
    /// The next event, or null at the deadline.
    std::unique_ptr<xcb_generic_event_t, void (*)(void*)> nextEvent(Deadline deadline);
    bool alive() const { return xcb_connection_has_error(connection_) == 0; }

    xcb_connection_t* connection_;
    xcb_ewmh_connection_t ewmh_{};
    bool ewmhReady_ = false;
    int screen_ = 0;
    xcb_window_t root_ = XCB_NONE;
    xcb_window_t own_ = XCB_NONE;  // never shown; its property changes carry the server's time
    xcb_atom_t wmState_ = XCB_NONE;
    xcb_window_t watched_ = XCB_NONE;  // whose title is heard of
};

}  // namespace sesame::desktop
