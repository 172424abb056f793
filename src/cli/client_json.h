// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sesame/client/views.h"
#include "sesame/consent/audit_log.h"

#include <QJsonObject>
#include <optional>

/// The client's values as JSON, with the stable names of docs/cli.md.
namespace sesame::cli {

QString idText(ByteView id);
const char* name(client::MessageKind kind);
const char* name(client::Delivery delivery);

QJsonObject toJson(const client::AccountView& account);
QJsonObject toJson(const client::ContactView& contact);
QJsonArray toJson(const trigger::Ways& ways);
QJsonObject toJson(const client::InvitationView& invitation);
QJsonObject toJson(const client::MessageView& message);
QJsonObject toJson(const client::RuleView& rule);
QJsonObject toJson(const client::ConsentView& question);
QJsonObject toJson(const client::NearView& question);
QJsonObject toJson(const client::WishView& question);
QJsonObject toJson(const client::ChoiceView& question);
QJsonObject toJson(const consent::AuditEntry& entry);
/// ISO 8601 in UTC; null where there is none.
QJsonValue timeText(const QDateTime& when);
QString connectionName(client::ConnectionState state);

}  // namespace sesame::cli
