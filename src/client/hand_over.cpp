// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/hand_over.h"

#include <QThread>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>

namespace sesame::client {
namespace {

constexpr auto kLongestAnswer = std::chrono::seconds(2);

// Either the call runs while the caller waits, or it never runs.
struct Rendezvous {
    std::mutex mutex;
    std::condition_variable done;
    std::optional<Status> result;
    bool givenUp = false;
};

}  // namespace

Status handOver(QObject& to, const std::function<Status()>& call) {
    if (QThread::currentThread() == to.thread())
        return call();
    const auto meeting = std::make_shared<Rendezvous>();
    QMetaObject::invokeMethod(
        &to,
        [meeting, &call] {
            const std::lock_guard lock(meeting->mutex);
            if (meeting->givenUp)
                return;  // the caller is gone, and with it what `call` refers to
            meeting->result = call();
            meeting->done.notify_one();
        },
        Qt::QueuedConnection);
    std::unique_lock lock(meeting->mutex);
    meeting->done.wait_for(lock, kLongestAnswer, [&] { return meeting->result.has_value(); });
    if (meeting->result)
        return *meeting->result;
    meeting->givenUp = true;
    return Error{ErrorCode::Unavailable, "the client is busy"};
}

}  // namespace sesame::client
