// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <chrono>
#include <functional>
#include <thread>

namespace sesame::client {

/// Stops something that may have to wait for a slow disk. Lives in the client's thread.
class WindUp : public QObject {
  public:
    /// So long a window may stand still.
    static constexpr std::chrono::milliseconds kPatience{150};

    ~WindUp() override;

    /// Once. `stop` is called on a thread of its own; `done` on this one, before this returns if `stop` took
    /// no longer than kPatience, else from the event loop. `done` may delete this later, not at once.
    void begin(std::function<void()> stop, std::function<void()> done);
    /// Waits as long as it takes; `done` has been called then. Harmless before begin() and once more.
    void finish();

  private:
    std::function<void()> done_;
    std::thread thread_;
};

}  // namespace sesame::client
