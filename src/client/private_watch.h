// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/desktop/windows.h"

#include <functional>
#include <memory>
#include <thread>

namespace sesame::client {

/// Watches which window is in front while somebody sees this screen: a bank, a password, an administrator's
/// prompt are none of the helper's business (S30). A thread of its own, which opens its own windows.
class PrivateWatch {
  public:
    using OpenWindows = std::function<std::unique_ptr<desktop::Windows>()>;
    /// `changed` is called on that thread: whether a private window is in front now.
    PrivateWatch(OpenWindows openWindows, std::function<void(bool inFront)> changed);
    /// Waits until the thread has ended, at most half a second.
    ~PrivateWatch() = default;

    /// Says nothing from now on, and ends soon.
    void quit() { thread_.request_stop(); }

  private:
    std::jthread thread_;
};

}  // namespace sesame::client
