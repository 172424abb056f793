// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

namespace sesame::client {

/// Keeps one safety window open; those that copy it share it.
using SafetyWindow = std::shared_ptr<void>;

/// Counts the windows in which the user decides something. While one is open, no helper's hands reach this
/// desktop (S24). Outlives its windows. One thread.
class SafetyWindows {
  public:
    /// Told before the first window can be seen, and after the last one has gone.
    void onChange(std::function<void(bool open)> hear) { hear_ = std::move(hear); }

    SafetyWindow open();
    bool anyOpen() const { return count_ > 0; }

  private:
    void close();

    int count_ = 0;
    std::function<void(bool)> hear_;
};

}  // namespace sesame::client
