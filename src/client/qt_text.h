// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/bytes.h"

#include <QByteArray>
#include <QString>

namespace sesame::client {

/// The same text. QString::fromUtf8() alone drops a byte order mark at its beginning, and what is written
/// again would be another text.
inline QString toQt(std::string_view text) {
    const QString rest = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    return text.starts_with("\xEF\xBB\xBF") ? QChar(QChar::ByteOrderMark) + rest : rest;
}
inline std::string toStd(const QString& text) {
    return text.toStdString();
}
inline ByteView view(const QByteArray& bytes) {
    return std::as_bytes(std::span(bytes.data(), static_cast<std::size_t>(bytes.size())));
}
inline QByteArray toQtBytes(ByteView bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

}  // namespace sesame::client
