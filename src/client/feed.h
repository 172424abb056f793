// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <functional>
#include <memory>
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
                target_,
                [target = target_, over = over_, call = std::move(call)] {
                    if (!*over)
                        call(*target);
                },
                Qt::QueuedConnection);
    }
    /// Nothing more arrives, not even what is queued already: what the target talks to may go before it does.
    /// In the target's thread, at the latest from its destructor.
    void cut() {
        const std::lock_guard lock(mutex_);
        target_ = nullptr;
        *over_ = true;
    }

  private:
    std::mutex mutex_;
    Target* target_;
    std::shared_ptr<bool> over_ = std::make_shared<bool>(false);  // for the target's thread
};

}  // namespace sesame::client
