// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/desktop/own_program.h"

#include <QCoreApplication>
#include <QStandardPaths>

namespace sesame::desktop {

std::optional<std::string> ownProgram(std::string_view name) {
    const QString wanted = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    const QString beside = QStandardPaths::findExecutable(wanted, {QCoreApplication::applicationDirPath()});
    const QString found = beside.isEmpty() ? QStandardPaths::findExecutable(wanted) : beside;
    return found.isEmpty() ? std::nullopt : std::optional(found.toStdString());
}

}  // namespace sesame::desktop
