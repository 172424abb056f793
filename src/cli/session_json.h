// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sesame/client/help_sessions.h"

#include <QJsonObject>

/// Help sessions as JSON, with the stable names of docs/cli.md.
namespace sesame::cli {

QJsonObject toJson(const client::HostedView& session);
QJsonObject toJson(const client::ViewedView& session);
QJsonObject toJson(const remote::ViewerFigures& figures);

}  // namespace sesame::cli
