// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

/// The only door to message boxes: always plain text (M40).
namespace sesame::app {

/// Tells something; does not block.
void say(QWidget* parent, const QString& title, const QString& sentence);

/// Asks before something that cannot be taken back. Cancel is the default.
bool confirm(QWidget* parent, const QString& title, const QString& sentence, const QString& action);

/// Asks which of these to do, the first by default: its number, or -1 for none.
int choose(QWidget* parent, const QString& title, const QString& sentence, const QStringList& actions);

}  // namespace sesame::app
