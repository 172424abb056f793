// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sesame/client/groups.h"

#include <QJsonArray>
#include <QJsonObject>

/// Groups and what is said in them as JSON, with the stable names of docs/cli.md.
namespace sesame::cli {

QJsonObject toJson(const client::GroupView& group);
QJsonObject toJson(const client::GroupMessageView& message);

}  // namespace sesame::cli
