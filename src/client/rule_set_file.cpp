// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/client/rule_set.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <cerrno>

namespace sesame::client {
namespace {

QString sayOfFile(const char* text) {
    return QCoreApplication::translate("Client", text);
}

// QFile keeps the system's reason only as words.
Error unwrittenFile(int systemError) {
    const bool full = systemError == ENOSPC || systemError == EDQUOT || systemError == EFBIG;
    return full ? Error{ErrorCode::Full, "disk full"} : Error{ErrorCode::Io, "not written"};
}

}  // namespace

Status saveRuleSet(const QString& path, const RuleSet& set, QString* problem) {
    QSaveFile file(path);
    errno = 0;
    const QByteArray bytes = encodeRuleSet(set);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    const Error why = unwrittenFile(errno);
    if (problem != nullptr)
        *problem =
            why.code == ErrorCode::Full
                ? sayOfFile(QT_TRANSLATE_NOOP("Client",
                                              "The disk is full, so the file was not written. Please "
                                              "choose another place, or delete files that are not needed."))
                : sayOfFile(QT_TRANSLATE_NOOP(
                      "Client", "The file cannot be written there. Please choose another place."));
    return why;
}

Result<RuleSet> loadRuleSet(const QString& path, QString* problem) {
    const auto told = [problem](const QString& words) {
        if (problem != nullptr)
            *problem = words;
    };
    QFile file(path);
    // A pipe or device could keep us waiting for ever.
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) {
        told(sayOfFile(QT_TRANSLATE_NOOP("Client", "This file cannot be read.")));
        return Error{file.exists() ? ErrorCode::Io : ErrorCode::NotFound, "cannot be read"};
    }
    const QByteArray bytes = file.read(qint64(kMostSetBytes) + 1);
    if (file.error() != QFileDevice::NoError) {
        told(sayOfFile(QT_TRANSLATE_NOOP("Client", "This file cannot be read.")));
        return Error{ErrorCode::Io, "cannot be read"};
    }
    SetFault fault;
    auto set = decodeRuleSet(bytes, &fault);
    if (!set)
        told(fault.line == 0 ? fault.words
                             : sayOfFile(QT_TRANSLATE_NOOP("Client", "Line %1: %2"))
                                   .arg(QString::number(fault.line), fault.words));
    return set;
}

}  // namespace sesame::client
