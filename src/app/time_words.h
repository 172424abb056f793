// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

/// Times as people say them, in the language of the app.
namespace sesame::app {

/// "14:05"
QString clockTime(const QDateTime& time);
/// "Today", "Yesterday", "Monday, 2 March 2026"
QString dayName(const QDateTime& time);
/// For a narrow list: the time today, "Yesterday", a weekday, a date.
QString shortWhen(const QDateTime& time);
/// "2 March 2026, 14:05"
QString fullWhen(const QDateTime& time);
/// "2 March 2026"
QString dateWords(const QDateTime& time);
/// Of a sound or film: "1:05", "1:02:07"
QString playTime(qint64 ms);

}  // namespace sesame::app
