// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/x11/x11_screen.h"
#include "support/grants.h"
#include "support/stream_link.h"
#include "support/x_display.h"

#include "sesame/remote/host.h"

#include <functional>
#include <thread>

namespace sesame::test {

/// Draws on an X display, as some program there would.
class Painter {
  public:
    void paint(const desktop::Rect& area, const std::function<std::uint32_t(desktop::Point)>& colour) {
        std::vector<std::uint32_t> row(static_cast<std::size_t>(area.width));
        for (int y = area.y; y < area.bottom(); ++y) {
            for (int x = area.x; x < area.right(); ++x)
                row[static_cast<std::size_t>(x - area.x)] = colour({x, y});
            xcb_put_image(x11_->get(), XCB_IMAGE_FORMAT_Z_PIXMAP, x11_->root(), context_,
                          static_cast<std::uint16_t>(area.width), 1, static_cast<std::int16_t>(area.x),
                          static_cast<std::int16_t>(y), 0, 24, static_cast<std::uint32_t>(row.size() * 4),
                          reinterpret_cast<const std::uint8_t*>(row.data()));
        }
        x11_->finish();
    }
    /// Moves what is in an area, by so much.
    void shift(const desktop::Rect& area, desktop::Point by) {
        xcb_copy_area(x11_->get(), x11_->root(), x11_->root(), context_, static_cast<std::int16_t>(area.x),
                      static_cast<std::int16_t>(area.y), static_cast<std::int16_t>(area.x + by.x),
                      static_cast<std::int16_t>(area.y + by.y), static_cast<std::uint16_t>(area.width),
                      static_cast<std::uint16_t>(area.height));
        x11_->finish();
    }

  private:
    xcb_gcontext_t makeContext() {
        const xcb_gcontext_t context = xcb_generate_id(x11_->get());
        const std::uint32_t all = XCB_SUBWINDOW_MODE_INCLUDE_INFERIORS;
        xcb_create_gc(x11_->get(), context, x11_->root(), XCB_GC_SUBWINDOW_MODE, &all);
        return context;
    }
    std::unique_ptr<desktop::X11Connection> x11_ = *desktop::X11Connection::open();
    xcb_gcontext_t context_ = makeContext();
};

/// A host of the desktop that $DISPLAY names, in full control.
class RealHost {
  public:
    RealHost() : desktop_(desktop::openSharedDesktop(real_)) {
        auto view = *remote::GrantedView::from(
            grantFor(clock, screenScopeFor({trigger::RemoteLevel::Control, 30})), clock);
        auto control = *remote::GrantedControl::from(view);
        host_ = *remote::Host::start(std::move(view), *desktop_, clock, {});
        host_->allow(std::move(control));
    }
    ~RealHost() { host_->stop(); }
    RealHost(const RealHost&) = delete;
    RealHost& operator=(const RealHost&) = delete;
    remote::Host& host() { return *host_; }

    FakeClock clock;

  private:
    const SystemClock real_;  // typing takes its time
    std::unique_ptr<desktop::SharedDesktop> desktop_;
    std::unique_ptr<remote::Host> host_;
};

/// All of a display as it is now.
class Screenshot {
  public:
    explicit Screenshot(const XDisplay& display)
        : source_(*desktop::X11ScreenSource::open(display.name().c_str())) {
        const desktop::Rect whole{0, 0, size().width, size().height};
        taken_ = source_->capture({&whole, 1}).has_value();
    }
    bool taken() const { return taken_; }
    desktop::Size size() const { return source_->pixels().size; }
    std::uint32_t at(desktop::Point point) const {
        const desktop::Pixels pixels = source_->pixels();
        return pixels.data[std::ptrdiff_t{point.y} * pixels.stride + point.x] & 0xffffff;
    }

  private:
    std::unique_ptr<desktop::ScreenSource> source_;
    bool taken_ = false;
};

/// Tries again and again, for at most 20 seconds: the other side is another program, which tells nothing.
inline bool eventually(const std::function<bool()>& condition) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (!condition()) {
        if (std::chrono::steady_clock::now() > end)
            return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return true;
}

}  // namespace sesame::test
