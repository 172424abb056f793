// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/client/plain_text.h"

#include "sesame/wire/limits.h"

#include <unicode/uchar.h>

#include <QList>

namespace sesame::client {
namespace {

bool isHidden(char32_t c) {
    const auto point = static_cast<UChar32>(c);
    switch (u_charType(point)) {
        case U_CONTROL_CHAR:
        case U_FORMAT_CHAR:
        case U_LINE_SEPARATOR:
        case U_PARAGRAPH_SEPARATOR:
        case U_PRIVATE_USE_CHAR:
        case U_SURROGATE:
        case U_UNASSIGNED:
            return true;
        default:
            return u_hasBinaryProperty(point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
    }
}

}  // namespace

QString plainLine(const QString& text, int maxBytes) {
    QString out;
    int bytes = 0;
    for (const char32_t c : text.toUcs4()) {
        if (isHidden(c))
            continue;
        const QString one = QString::fromUcs4(&c, 1);
        bytes += static_cast<int>(one.toUtf8().size());
        if (bytes > maxBytes)
            break;
        out += one;
    }
    return out.trimmed();
}

bool isPlainName(const QString& text) {
    return !text.isEmpty() && plainLine(text, static_cast<int>(wire::kMaxNameBytes)) == text;
}

}  // namespace sesame::client
