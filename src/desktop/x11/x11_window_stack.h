// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/x11/window_owner.h"

#include "sesame/desktop/window_stack.h"

#include <QSocketNotifier>

namespace sesame::desktop {

/// The windows of an X11 screen from the lowest to the highest, as the server stacks them: neither a window
/// manager's opinion nor override-redirect windows are left out. One thread with a Qt event loop.
class X11WindowStack final : public WindowStack {
  public:
    static Result<std::unique_ptr<X11WindowStack>> open(std::function<void()> changed,
                                                        const char* display = nullptr);
    Sight sightOf(std::uint32_t window) override;

  private:
    X11WindowStack(std::unique_ptr<X11Connection> connection, std::function<void()> changed)
        : connection_(std::move(connection)), owner_(*connection_), changed_(std::move(changed)) {}
    Status prepare();
    void takeIn();
    xcb_window_t topLevelOf(xcb_window_t window);
    std::optional<Rect> areaOf(xcb_window_t window);
    /// Those above the window, which anybody could see, in this area.
    std::vector<xcb_window_t> shownAbove(xcb_window_t topLevel, const Rect& area);
    bool shapeReaches(xcb_window_t window, const Rect& area);
    bool isServers(xcb_window_t window) const;

    std::unique_ptr<X11Connection> connection_;
    WindowOwner owner_;
    std::function<void()> changed_;
    std::unique_ptr<QSocketNotifier> notifier_;
};

}  // namespace sesame::desktop
