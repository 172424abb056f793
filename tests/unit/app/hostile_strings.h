// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <utility>
#include <vector>

namespace sesame::app::test {

/// Two hundred names and sentences that try to be markup, layout, shortcuts or too much.
inline std::vector<QString> hostileStrings() {
    const std::vector<QString> cores{QStringLiteral("<b>Bank</b>"),
                                     QStringLiteral("<img src=file:///etc/passwd>"),
                                     QStringLiteral("%1 %2 %n %L1"),
                                     QStringLiteral("line\nline\r\nline"),
                                     QStringLiteral("&Yes && &No"),
                                     QString(10'000, QLatin1Char('x')),
                                     QString(10'000, QChar(0x4E2D)),
                                     QString::fromUtf8("\u202Eevil\u202C"),
                                     QString::fromUtf8("\u2066a\u2069\u200B"),
                                     QStringLiteral("<a href=\"https://bank.example\">ok</a>"),
                                     QStringLiteral("</qt><h1>YES</h1>"),
                                     QStringLiteral("\t\t\t\v\f"),
                                     QString(300, QLatin1Char('\n')),
                                     QStringLiteral("a b ").repeated(3000),
                                     QString::fromUtf8("e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301"),
                                     QString(QChar(0xD800)),
                                     QStringLiteral("<table><tr><td>"),
                                     QStringLiteral("&#89;&#101;&#115;"),
                                     QStringLiteral("  "),
                                     QString::fromUtf8("👩‍👩‍👧‍👦").repeated(50)};
    const std::vector<std::pair<QString, QString>> wraps{
        {{}, {}},
        {QStringLiteral("Anna "), {}},
        {{}, QStringLiteral(" Anna")},
        {QStringLiteral("<html>"), QStringLiteral("</html>")},
        {QStringLiteral("<!-- "), QStringLiteral(" -->")},
        {QStringLiteral("\n\n\n"), QStringLiteral("\n\n\n")},
        {QString::fromUtf8("\u202B"), {}},
        {QStringLiteral("%1"), QStringLiteral("%2")},
        {QStringLiteral("&"), QStringLiteral("&")},
        {QStringLiteral("李明"), QStringLiteral("同意")}};
    std::vector<QString> out;
    for (const auto& core : cores)
        for (const auto& [head, tail] : wraps)
            out.push_back(head + core + tail);
    return out;
}

}  // namespace sesame::app::test
