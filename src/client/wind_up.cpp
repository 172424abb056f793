// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/wind_up.h"

#include <future>
#include <utility>

namespace sesame::client {

WindUp::~WindUp() {
    if (thread_.joinable())
        thread_.join();
}

void WindUp::begin(std::function<void()> stop, std::function<void()> done) {
    done_ = std::move(done);
    std::packaged_task<void()> task(std::move(stop));
    const std::future<void> stopped = task.get_future();
    thread_ = std::thread([this, task = std::move(task)]() mutable {
        task();
        QMetaObject::invokeMethod(
            this, [this] { finish(); }, Qt::QueuedConnection);
    });
    if (stopped.wait_for(kPatience) == std::future_status::ready)
        finish();
}

void WindUp::finish() {
    if (thread_.joinable())
        thread_.join();
    if (const auto done = std::exchange(done_, nullptr))
        done();
}

}  // namespace sesame::client
