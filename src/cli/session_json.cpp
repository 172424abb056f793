// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/session_json.h"

#include "cli/client_json.h"

#include <QJsonArray>

namespace sesame::cli {
namespace {

QString levelName(trigger::RemoteLevel level) {
    return QLatin1String(trigger::name(level));
}

QJsonObject toJson(const desktop::Monitor& monitor) {
    return {{"name", QString::fromStdString(monitor.name)},
            {"x", monitor.area.x},
            {"y", monitor.area.y},
            {"width", monitor.area.width},
            {"height", monitor.area.height},
            {"primary", monitor.primary}};
}

}  // namespace

QJsonObject toJson(const client::HostedView& session) {
    return {{"contact", qint64(session.helper.value)},
            {"helper", session.helperName},
            {"level", levelName(session.level)},
            {"started", timeText(session.started)},
            {"ends", timeText(session.ends)},
            {"connected", session.connected},
            {"pause", QLatin1String(client::name(session.pause))},
            {"goOnAsked", session.goOnAsked},
            {"localHand", session.localHand}};
}

QJsonObject toJson(const client::ViewedView& session) {
    QJsonArray monitors;
    for (const auto& monitor : session.monitors)
        monitors.append(toJson(monitor));
    QJsonObject out{{"contact", qint64(session.receiver.value)},
                    {"receiver", session.receiverName},
                    {"level", levelName(session.level)},
                    {"ends", timeText(session.ends)},
                    {"connected", session.connected},
                    {"pause", QLatin1String(client::name(session.pause))},
                    {"localHand", session.localHand},
                    {"monitors", monitors}};
    if (session.asked)
        out.insert("asked", levelName(*session.asked));
    if (session.ended)
        out.insert("ended", QLatin1String(client::name(*session.ended)));
    return out;
}

QJsonObject toJson(const remote::ViewerFigures& figures) {
    return {{"updatesPerSecond", figures.updatesPerSecond},
            {"kilobytesPerSecond", figures.kilobytesPerSecond},
            {"roundTripUs", qint64(figures.roundTripUs)},
            {"exact", figures.exact}};
}

}  // namespace sesame::cli
