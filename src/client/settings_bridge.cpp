// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/settings_bridge.h"

#include "client/hand_over.h"
#include "client/qt_text.h"

namespace sesame::client {

Result<std::string> SettingsBridge::value(const std::string& key) const {
    std::string out;
    SESAME_TRY(handOver(events_, [&]() -> Status {
        out = toStd(settings_.value(toQt(key)));
        return {};
    }));
    return out;
}

Status SettingsBridge::set(const std::string& key, const std::string& value) {
    return handOver(events_, [&] { return settings_.set(toQt(key), toQt(value)); });
}

Status SettingsBridge::showPage(const std::string& page) {
    return handOver(events_, [&]() -> Status {
        Q_EMIT events_.settingsPageRequested(toQt(page));
        return {};
    });
}

}  // namespace sesame::client
