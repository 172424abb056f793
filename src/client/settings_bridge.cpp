// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/settings_bridge.h"

#include "client/qt_text.h"

#include <QThread>
#include <condition_variable>
#include <memory>
#include <mutex>

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

Status SettingsBridge::handOver(const std::function<Status()>& call) const {
    if (QThread::currentThread() == events_.thread())
        return call();
    const auto meeting = std::make_shared<Rendezvous>();
    QMetaObject::invokeMethod(
        &events_,
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

Result<std::string> SettingsBridge::value(const std::string& key) const {
    std::string out;
    SESAME_TRY(handOver([&]() -> Status {
        out = toStd(settings_.value(toQt(key)));
        return {};
    }));
    return out;
}

Status SettingsBridge::set(const std::string& key, const std::string& value) {
    return handOver([&] { return settings_.set(toQt(key), toQt(value)); });
}

Status SettingsBridge::showPage(const std::string& page) {
    return handOver([&]() -> Status {
        Q_EMIT events_.settingsPageRequested(toQt(page));
        return {};
    });
}

}  // namespace sesame::client
