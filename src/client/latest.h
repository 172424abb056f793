// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>
#include <optional>
#include <utility>

namespace sesame::client {

/// The newest of something that another thread may tell faster than it is looked at, whoever is at the other
/// end: what is older is forgotten, and never more than one waits. Thread-safe.
template <typename T>
class Latest {
  public:
    /// True when nothing was waiting: somebody should be told.
    bool put(T value) {
        const std::lock_guard lock(mutex_);
        return !std::exchange(value_, std::move(value)).has_value();
    }
    /// What waits; nothing once it was taken.
    std::optional<T> take() {
        const std::lock_guard lock(mutex_);
        return std::exchange(value_, std::nullopt);
    }

  private:
    std::mutex mutex_;
    std::optional<T> value_;
};

}  // namespace sesame::client
