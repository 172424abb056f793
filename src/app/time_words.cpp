// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/time_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace sesame::app {

QString clockTime(const QDateTime& time) {
    return time.toLocalTime().toString(QStringLiteral("HH:mm"));
}

QString dayName(const QDateTime& time) {
    const auto day = time.toLocalTime().date();
    const auto age = day.daysTo(QDate::currentDate());
    if (age == 0)
        return QCoreApplication::translate("Time", "Today");
    if (age == 1)
        return QCoreApplication::translate("Time", "Yesterday");
    return QLocale().toString(day, QLocale::LongFormat);
}

QString shortWhen(const QDateTime& time) {
    if (!time.isValid())
        return {};
    const auto day = time.toLocalTime().date();
    const auto age = day.daysTo(QDate::currentDate());
    if (age <= 0)
        return clockTime(time);
    if (age == 1)
        return QCoreApplication::translate("Time", "Yesterday");
    if (age < 7)
        return QLocale().dayName(day.dayOfWeek(), QLocale::ShortFormat);
    return QLocale().toString(day, QLocale::ShortFormat);
}

QString dateWords(const QDateTime& time) {
    const auto pattern = QCoreApplication::translate("Time", "d MMMM yyyy", "a date, as for QLocale");
    return QLocale().toString(time.toLocalTime().date(), pattern);
}

QString fullWhen(const QDateTime& time) {
    return QCoreApplication::translate("Time", "%1, %2", "date, time").arg(dateWords(time), clockTime(time));
}

QString playTime(qint64 ms) {
    const qint64 seconds = ms / 1000;
    const auto two = [](qint64 number) { return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0')); };
    const qint64 minutes = seconds / 60;
    return minutes < 60
               ? QStringLiteral("%1:%2").arg(minutes).arg(two(seconds % 60))
               : QStringLiteral("%1:%2:%3").arg(minutes / 60).arg(two(minutes % 60), two(seconds % 60));
}

}  // namespace sesame::app
