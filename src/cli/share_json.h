// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sesame/client/shares.h"

#include <QJsonObject>

/// Shares as JSON, with the stable names of docs/cli.md.
namespace sesame::cli {

QJsonObject toJson(const client::HostedShareView& share);
QJsonObject toJson(const client::ViewedShareView& share);
QJsonObject toJson(const client::StandingShareView& share);
QJsonObject toJson(const share::Entry& entry);
QJsonObject toJson(const share::Progress& progress);
QJsonObject toJson(const share::QuarantinedFile& file);

/// A path, which need not be text: under this key, or with "Bytes" after it in hexadecimal. What toJson()
/// says of a name is "name", or "bytes" where it is no text.
std::string rawIn(const QJsonObject& params, const char* key);

}  // namespace sesame::cli
