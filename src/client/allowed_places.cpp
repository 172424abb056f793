// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/allowed_places.h"

#include <QDir>
#include <QStandardPaths>

namespace sesame::client {

QStringList usualPlaces() {
    QStringList out;
    for (const auto place : {QStandardPaths::DesktopLocation, QStandardPaths::DocumentsLocation,
                             QStandardPaths::DownloadLocation, QStandardPaths::MusicLocation,
                             QStandardPaths::PicturesLocation, QStandardPaths::MoviesLocation}) {
        const QString path = QDir::cleanPath(QStandardPaths::writableLocation(place));
        // A folder that is not set up stands for the whole home, which is too much.
        if (!path.isEmpty() && path != QDir::homePath() && path != QLatin1String("/") && !out.contains(path))
            out.append(path);
    }
    return out;
}

}  // namespace sesame::client
