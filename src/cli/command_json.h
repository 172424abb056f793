// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sesame/trigger/command.h"

#include <QJsonObject>
#include <optional>

/// Commands as JSON, with the stable names of docs/cli.md.
namespace sesame::cli {

QJsonObject toJson(const trigger::Command& command);
/// {"type":"launch-program","program":…} and so on; nullopt for anything else. Not checked:
/// trigger::checkCommand() does.
std::optional<trigger::Command> commandFromJson(const QJsonObject& json);

/// By trigger::name().
std::optional<trigger::RemoteLevel> levelFromName(const QString& name);

}  // namespace sesame::cli
