// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QString>

class QWidget;

/// Text that came from somebody else is shown as text, never as markup, shortcut or layout (M40, S49). The
/// only door to tool tips in this module.
namespace sesame::app {

/// On one line: line breaks and tabs become spaces, other control and direction characters visible blanks,
/// and no more than `limit` characters.
QString oneLine(const QString& text, int limit = 200);

/// The same with line breaks kept.
QString withoutControls(const QString& text);

/// With invisible places to break in words that no line could hold.
QString breakable(const QString& text);

/// For buttons and menus, where a single '&' would underline the next letter.
QString withoutMnemonic(const QString& text);

void setPlainToolTip(QWidget* widget, const QString& text);
void showPlainToolTip(const QPoint& globalPosition, const QString& text, QWidget* widget);

}  // namespace sesame::app
