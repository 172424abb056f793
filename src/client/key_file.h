// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/result.h"

#include <QByteArray>
#include <QString>

namespace sesame::client {

/// Small files beside the database that only this user may read. NotFound when there is none.
Result<QByteArray> readPrivateFile(const QString& path);
/// Complete or not at all, with mode 0600.
Status writePrivateFile(const QString& path, const QByteArray& content);

}  // namespace sesame::client
