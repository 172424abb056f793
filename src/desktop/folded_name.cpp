// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/desktop/folded_name.h"

#include <QString>

namespace sesame::desktop {

std::string foldedName(std::string_view name) {
    const QString text = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    const QString folded = text.normalized(QString::NormalizationForm_KC).toCaseFolded();
    QString out;
    for (const QChar c : folded)
        if (!c.isSpace())
            out += c;
    return out.normalized(QString::NormalizationForm_KC).toStdString();
}

}  // namespace sesame::desktop
