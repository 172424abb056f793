// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/share_json.h"

#include "cli/client_json.h"

namespace sesame::cli {
namespace {

QJsonValue timeOf(std::int64_t ms) {
    return timeText(QDateTime::fromMSecsSinceEpoch(ms));
}

QString levelName(trigger::ShareLevel level) {
    return QLatin1String(trigger::name(level));
}

void setRaw(QJsonObject& out, const std::string& raw) {
    const QString text = QString::fromStdString(raw);
    if (text.toStdString() == raw)
        out["name"] = text;
    else
        out["bytes"] = QString::fromStdString(toHex(asBytes(raw)));
}

}  // namespace

std::string rawIn(const QJsonObject& params, const char* key) {
    const auto bytes =
        fromHex(params.value(QLatin1String(key) + QLatin1String("Bytes")).toString().toStdString());
    if (bytes && !bytes->empty())
        return toString(*bytes);
    return params.value(QLatin1String(key)).toString().toStdString();
}

QJsonObject toJson(const client::HostedShareView& share) {
    return {{"share", idText(share.id.view())}, {"contact", qint64(share.helper.value)},
            {"helper", share.helperName},       {"path", share.path},
            {"level", levelName(share.level)},  {"started", timeText(share.started)},
            {"ends", timeText(share.ends)},     {"connected", share.connected},
            {"taken", qint64(share.taken)},     {"takenBytes", qint64(share.takenBytes)},
            {"put", qint64(share.put)},         {"latest", share.latest}};
}

QJsonObject toJson(const client::ViewedShareView& share) {
    QJsonObject out{{"share", idText(share.id.view())}, {"contact", qint64(share.receiver.value)},
                    {"receiver", share.receiverName},   {"name", share.name},
                    {"level", levelName(share.level)},  {"ends", timeText(share.ends)},
                    {"connected", share.connected},     {"taken", qint64(share.taken)}};
    if (share.ended)
        out.insert("ended", QLatin1String(client::name(*share.ended)));
    return out;
}

QJsonObject toJson(const client::StandingShareView& share) {
    QJsonObject out{{"share", idText(share.id.view())},
                    {"contact", qint64(share.contact.value)},
                    {"name", share.name},
                    {"here", share.hosted},
                    {"level", levelName(share.level)},
                    {"granted", timeText(share.granted)}};
    if (share.hosted)
        out.insert("path", share.path);
    if (!share.until.isNull())
        out.insert("until", timeText(share.until));
    return out;
}

QJsonObject toJson(const share::Entry& entry) {
    QJsonObject out{
        {"folder", entry.isFolder}, {"size", qint64(entry.size)}, {"modified", timeOf(entry.modifiedMs)}};
    setRaw(out, entry.name);
    return out;
}

QJsonObject toJson(const share::Progress& progress) {
    return {{"transfer", qint64(progress.transfer)},
            {"files", qint64(progress.files)},
            {"bytes", qint64(progress.bytes)},
            {"allKnown", progress.allKnown},
            {"filesDone", qint64(progress.filesDone)},
            {"bytesDone", qint64(progress.bytesDone)},
            {"filesFailed", qint64(progress.filesFailed)},
            {"leftOut", qint64(progress.leftOut)}};
}

QJsonObject toJson(const share::QuarantinedFile& file) {
    QJsonObject out{{"file", QString::fromStdString(file.id)},
                    {"size", qint64(file.size)},
                    {"modified", timeOf(file.modifiedMs)},
                    {"arrived", timeOf(file.arrivedMs)},
                    {"from", QString::fromStdString(file.from)}};
    setRaw(out, file.path);
    return out;
}

}  // namespace sesame::cli
