// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/private_watch.h"

#include "sesame/remote/private_windows.h"

namespace sesame::client {
namespace {

constexpr int kLongestWaitMs = 1'000;  // for what no event tells; an idle session shall cost next to nothing

bool isPrivate(const desktop::Windows& windows) {
    const auto active = windows.active();
    return active && remote::isPrivateWindow(active->title, active->windowClass);
}

void watch(const std::stop_token& stop, desktop::Windows& windows, const std::function<void(bool)>& changed) {
    bool before = false;
    while (!stop.stop_requested()) {
        const bool now = isPrivate(windows);
        if (now != before && !stop.stop_requested())
            changed(now);
        before = now;
        if (!windows.waitForChange(kLongestWaitMs))
            return;  // this desktop never says
    }
}

}  // namespace

PrivateWatch::PrivateWatch(OpenWindows openWindows, std::function<void(bool)> changed)
    : thread_([open = std::move(openWindows), hear = std::move(changed)](const std::stop_token& stop) {
          if (const auto windows = open())
              watch(stop, *windows, hear);
      }) {
}

}  // namespace sesame::client
