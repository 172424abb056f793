// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/client_settings.h"

#include "client/allowed_places.h"
#include "client/qt_text.h"

#include "sesame/trigger/settings_schema.h"

#include <QDir>
#include <algorithm>

namespace sesame::client {
namespace {

constexpr const char* kPlaces = "allowed-places";
constexpr int kMaxKeyLength = 64;
constexpr int kMaxValueLength = 16 * 1024;

struct Default {
    const char* key;
    const char* value;
};
constexpr Default kDefaults[] = {
    {"text-size", "normal"}, {"language", "system"}, {"notification-sound", "on"}};

std::string nameOf(const QString& key) {
    return "setting." + toStd(key);
}

bool isLegal(const std::string& key, const std::string& value) {
    for (const auto& setting : trigger::allowedSettings())
        if (setting.key == key)
            return std::find(setting.values.begin(), setting.values.end(), value) != setting.values.end();
    return true;  // a key of the app's own, which no rule can reach
}

}  // namespace

QString ClientSettings::value(const QString& key) const {
    const std::string stored = ledger_.text(nameOf(key));
    if (!stored.empty())
        return toQt(stored);
    for (const auto& one : kDefaults)
        if (key == QLatin1String(one.key))
            return QString::fromLatin1(one.value);
    return {};
}

Status ClientSettings::set(const QString& key, const QString& value) {
    if (key.isEmpty() || key.size() > kMaxKeyLength || value.size() > kMaxValueLength ||
        !isLegal(toStd(key), toStd(value)))
        return Error{ErrorCode::Malformed, "not a legal setting"};
    SESAME_TRY(
        ledger_.transact([&] { return ledger_.store().setValue(nameOf(key), asBytes(toStd(value))); }));
    Q_EMIT events_.settingChanged(key, value);
    return {};
}

QStringList ClientSettings::allowedPlaces() const {
    const auto stored = ledger_.store().value(kPlaces);
    if (stored && *stored)
        return toQt(asText(**stored)).split(u'\n', Qt::SkipEmptyParts);
    return usualPlaces();
}

Status ClientSettings::setAllowedPlaces(const QStringList& directories) {
    QStringList places;
    for (const QString& directory : directories) {
        const QString clean = QDir::cleanPath(directory);
        if (!QDir::isAbsolutePath(clean) || clean == QLatin1String("/") || clean.contains(u'\n'))
            return Error{ErrorCode::Malformed, "not a directory below the root"};
        places.append(clean);
    }
    return ledger_.transact(
        [&] { return ledger_.store().setValue(kPlaces, asBytes(toStd(places.join(u'\n')))); });
}

}  // namespace sesame::client
