// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sesame/client/rule_sets.h"

#include <QJsonArray>
#include <QJsonObject>

/// Rule sets and offers as JSON, with the stable names of docs/cli.md.
namespace sesame::cli {

QJsonObject toJson(const client::OfferView& offer);
QJsonObject toJson(const client::SetRowView& row);
QJsonArray toJson(const QList<client::OfferView>& offers);
QJsonArray toJson(const QList<client::SetRowView>& rows);

}  // namespace sesame::cli
