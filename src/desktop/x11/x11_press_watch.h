// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/x11/raw_input.h"
#include "desktop/x11/xtest_devices.h"

#include "sesame/desktop/press_watch.h"

#include <QSocketNotifier>

namespace sesame::desktop {

/// Watches all devices of an X11 desktop. One thread; where that has a Qt event loop, what the server tells
/// is taken in as it comes.
class X11PressWatch final : public PressWatch {
  public:
    /// A program's press casts doubt on all others for so long.
    static constexpr std::uint32_t kDoubtMs = 1000;
    /// A click is handled so soon after its press or release.
    static constexpr std::uint32_t kHandledMs = 2000;

    static Result<std::unique_ptr<X11PressWatch>> open(const char* display = nullptr);
    Hand latest() override;

  private:
    explicit X11PressWatch(std::unique_ptr<X11Connection> connection)
        : connection_(std::move(connection)), xtest_(*connection_) {}
    Status prepare();
    void takeIn();
    void note(const RawInput::Act& act);

    std::unique_ptr<X11Connection> connection_;
    XTestDevices xtest_;
    std::unique_ptr<QSocketNotifier> notifier_;
    xcb_window_t own_ = XCB_NONE;  // never shown; changes of its properties carry the server's time
    std::optional<xcb_timestamp_t> device_;
    std::optional<xcb_timestamp_t> program_;
    xcb_timestamp_t now_ = 0;
};

}  // namespace sesame::desktop
