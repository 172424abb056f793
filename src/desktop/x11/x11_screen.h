// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/damage.h"
#include "desktop/x11/shm_frame.h"
#include "desktop/x11/x11_cursor.h"

#include <xcb/damage.h>

namespace sesame::desktop {

/// The picture of an X11 desktop. Nothing in it waits for a time: XDamage makes descriptor() readable as soon
/// as something was drawn, and a screen at rest costs nothing. One thread.
///
/// XDamage reports each rectangle once until it is told that we know (DeltaRectangles), so that no answer has
/// to be waited for. poll() says so before anybody captures: what is drawn later is reported again.
class X11ScreenSource final : public ScreenSource {
  public:
    /// Unavailable when there is no X server, or it lacks what we need; the detail says what.
    static Result<std::unique_ptr<X11ScreenSource>> open(const char* display = nullptr);

    int descriptor() const override { return connection_->descriptor(); }
    /// Waits for the server only when monitors or the size have changed.
    Result<Changes> poll() override;
    Status capture(std::span<const Rect> areas) override;
    Pixels pixels() const override { return frame_->pixels(); }
    std::vector<Monitor> monitors() const override { return monitors_; }
    CursorShape cursor() const override { return cursor_.shape(); }

  private:
    explicit X11ScreenSource(std::unique_ptr<X11Connection> connection)
        : connection_(std::move(connection)), cursor_(*connection_) {}
    Status prepare();
    Status checkPixelFormat() const;
    Status watchDamage();
    Status watchLayout();
    void handle(const xcb_generic_event_t& event);
    void handlePointer();
    Status remake(Size size, Changes& changes);
    Rect whole() const { return {0, 0, size_.width, size_.height}; }

    std::unique_ptr<X11Connection> connection_;
    X11Cursor cursor_;
    std::unique_ptr<ShmFrame> frame_;
    std::vector<Monitor> monitors_;
    Size size_;  // of the root window, as far as we were told
    Damage damage_;
    int damageNotify_ = 0;
    int firstLayoutNotify_ = 0;
    xcb_damage_damage_t reporter_ = XCB_NONE;
    bool layoutChanged_ = false;
    xcb_query_pointer_cookie_t pointerAsked_{};
    bool pointerMoved_ = false;
    std::optional<Point> pointer_;
};

}  // namespace sesame::desktop
