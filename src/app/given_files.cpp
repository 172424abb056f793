// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/given_files.h"

#include <QMimeData>
#include <QUrl>

namespace sesame::app {

QStringList givenFiles(const QMimeData* data) {
    QStringList out;
    if (data)
        for (const auto& url : data->urls())
            if (url.isLocalFile())
                out << url.toLocalFile();
    return out;
}

}  // namespace sesame::app
