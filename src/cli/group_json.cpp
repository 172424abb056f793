// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/group_json.h"

#include "cli/client_json.h"

namespace sesame::cli {
namespace {

QJsonObject memberJson(const client::GroupMemberView& member) {
    QJsonObject out{{"name", member.name},       {"handle", member.handle}, {"self", member.self},
                    {"founder", member.founder}, {"joined", member.joined}, {"words", member.words}};
    if (member.contact.value != 0)
        out["contact"] = qint64(member.contact.value);
    return out;
}

}  // namespace

QJsonObject toJson(const client::GroupView& group) {
    QJsonArray members;
    for (const auto& member : group.members)
        members.append(memberJson(member));
    return {{"group", idText(group.id.view())},
            {"name", group.name},
            {"state", QLatin1String(client::name(group.state))},
            {"version", static_cast<qint64>(group.version)},
            {"own", group.own},
            {"founder", group.founder},
            {"members", members},
            {"since", timeText(group.since)},
            {"unread", group.unread}};
}

QJsonObject toJson(const client::GroupMessageView& message) {
    QJsonArray copies;
    for (const auto& copy : message.copies)
        copies.append(QJsonObject{
            {"name", copy.name}, {"delivery", QLatin1String(name(copy.delivery))}, {"reason", copy.reason}});
    QJsonObject out{{"id", idText(message.id.view())},
                    {"group", idText(message.group.view())},
                    {"order", message.order},
                    {"sender", qint64(message.sender.value)},
                    {"senderName", message.senderName},
                    {"kind", QLatin1String(name(message.kind))},
                    {"time", timeText(message.time)},
                    {"text", message.text},
                    {"copies", copies}};
    if (message.invitation)
        out["invitation"] = toJson(*message.invitation);
    return out;
}

}  // namespace sesame::cli
