// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/key_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace sesame::client {
namespace {

constexpr qint64 kMostBytes = 4096;
constexpr auto kOwnerOnly = QFile::ReadOwner | QFile::WriteOwner;

}  // namespace

Result<QByteArray> readPrivateFile(const QString& path) {
    QFile file(path);
    if (!file.exists())
        return Error{ErrorCode::NotFound, "no such file"};
    if (!file.open(QFile::ReadOnly))
        return Error{ErrorCode::Io, "cannot read a file of the data directory"};
    return file.read(kMostBytes);
}

Status writePrivateFile(const QString& path, const QByteArray& content) {
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    // Narrowed before the first byte is in it.
    if (!file.open(QFile::WriteOnly) || !file.setPermissions(kOwnerOnly) ||
        file.write(content) != content.size() || !file.commit())
        return Error{ErrorCode::Io, "cannot write a file of the data directory"};
    return {};
}

}  // namespace sesame::client
