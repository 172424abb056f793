// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/set_file.h"

#include "app/plain_text.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

namespace sesame::app {
namespace {

const QString kSetSuffix = QStringLiteral(".sesame-rules");
constexpr int kSetFileNameLength = 40;

}  // namespace

QString setFileFilter() {
    return QCoreApplication::translate("RuleSets", "Rules of Sesame (*.sesame-rules)");
}

QString withSetSuffix(const QString& path) {
    return path.isEmpty() || path.endsWith(kSetSuffix) ? path : path + kSetSuffix;
}

QString suggestedSetPath(const std::string& name) {
    auto clean = oneLine(QString::fromStdString(name), kSetFileNameLength);
    for (auto& c : clean)
        if (c == u'/' || c == u'\\' || c == u'.')
            c = u' ';
    clean = clean.simplified();
    const QDir place(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    return place.filePath(
        withSetSuffix(clean.isEmpty() ? QCoreApplication::translate("RuleSets", "Rules") : clean));
}

}  // namespace sesame::app
