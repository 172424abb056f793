// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <functional>
#include <mutex>

namespace sesame::client {

/// Hands over what other threads tell to an object of the client's thread, as queued calls, until that object
/// goes. Any thread.
template <typename Target>
class Feed {
  public:
    explicit Feed(Target& target) : target_(&target) {}

    void post(std::function<void(Target&)> call) {
        const std::lock_guard lock(mutex_);
        if (target_)
            QMetaObject::invokeMethod(
                target_, [target = target_, call = std::move(call)] { call(*target); }, Qt::QueuedConnection);
    }
    /// Nothing more arrives. From the destructor of the target.
    void cut() {
        const std::lock_guard lock(mutex_);
        target_ = nullptr;
    }

  private:
    std::mutex mutex_;
    Target* target_;
};

}  // namespace sesame::client
