// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/help_words.h"

#include "app/plain_text.h"

#include <QCoreApplication>

namespace sesame::app {

using client::Pause;
using client::SessionEnd;
using trigger::RemoteLevel;

namespace {

constexpr int kWordsNameLength = 40;

// For texts that QT_TRANSLATE_NOOP has put into the same context.
QString helpWords(const char* words) {
    return QCoreApplication::translate("Help", words);
}

QString named(const char* words, const QString& name) {
    return helpWords(words).arg(oneLine(name, kWordsNameLength));
}

}  // namespace

QString levelChoice(RemoteLevel level) {
    switch (level) {
        case RemoteLevel::Look:
            return helpWords(QT_TRANSLATE_NOOP("Help", "I see their screen"));
        case RemoteLevel::Point:
            return helpWords(
                QT_TRANSLATE_NOOP("Help", "I see their screen and point at things with a large arrow"));
        case RemoteLevel::Control:
            return helpWords(QT_TRANSLATE_NOOP("Help", "I see their screen, move their mouse and type"));
    }
    return {};
}

QString levelForReceiver(RemoteLevel level, const QString& helper) {
    switch (level) {
        case RemoteLevel::Look:
            return named(QT_TRANSLATE_NOOP("Help", "%1 sees your screen"), helper);
        case RemoteLevel::Point:
            return named(QT_TRANSLATE_NOOP("Help", "%1 sees your screen and points at things"), helper);
        case RemoteLevel::Control:
            return named(QT_TRANSLATE_NOOP("Help", "%1 sees your screen, moves your mouse and types"),
                         helper);
    }
    return {};
}

QString levelForHelper(RemoteLevel level) {
    switch (level) {
        case RemoteLevel::Look:
            return helpWords(QT_TRANSLATE_NOOP("Help", "You see the screen"));
        case RemoteLevel::Point:
            return helpWords(
                QT_TRANSLATE_NOOP("Help", "You see the screen; your pointer is a large arrow there"));
        case RemoteLevel::Control:
            return helpWords(QT_TRANSLATE_NOOP("Help", "You see the screen, move the mouse and type"));
    }
    return {};
}

QString duration(int minutes) {
    constexpr int kHour = 60;
    if (minutes == kHour)
        return helpWords(QT_TRANSLATE_NOOP("Help", "1 hour"));
    if (minutes > kHour && minutes % kHour == 0)
        return helpWords(QT_TRANSLATE_NOOP("Help", "%1 hours")).arg(minutes / kHour);
    return helpWords(QT_TRANSLATE_NOOP("Help", "%1 minutes")).arg(minutes);
}

QString timeLeft(const QDateTime& now, const QDateTime& ends) {
    constexpr qint64 kMinuteMs = 60'000;
    const auto minutes = now.msecsTo(ends) / kMinuteMs;
    if (minutes < 1)
        return helpWords(QT_TRANSLATE_NOOP("Help", "less than a minute left"));
    if (minutes == 1)
        return helpWords(QT_TRANSLATE_NOOP("Help", "1 minute left"));
    return helpWords(QT_TRANSLATE_NOOP("Help", "%1 minutes left")).arg(minutes);
}

QString pauseForReceiver(Pause pause, const QString& helper) {
    switch (pause) {
        case Pause::None:
            return {};
        case Pause::Private:
            return named(QT_TRANSLATE_NOOP("Help",
                                           "A private window is open. %1 does not see it and cannot touch "
                                           "anything. A real helper never needs your bank."),
                         helper);
        case Pause::Question:
            return named(
                QT_TRANSLATE_NOOP("Help", "While you decide, %1 sees nothing new and cannot touch anything."),
                helper);
        case Pause::User:
            return named(QT_TRANSLATE_NOOP("Help", "Paused. %1 sees nothing new and cannot touch anything."),
                         helper);
        case Pause::Unseen:
            return named(
                QT_TRANSLATE_NOOP("Help", "Paused, because this bar was hidden. %1 sees nothing new."),
                helper);
    }
    return {};
}

QString pauseForHelper(Pause pause, const QString& receiver) {
    switch (pause) {
        case Pause::None:
            return {};
        case Pause::Private:
            return named(QT_TRANSLATE_NOOP("Help",
                                           "%1 has a private window open. The picture comes back when it is "
                                           "closed."),
                         receiver);
        case Pause::Question:
            return named(
                QT_TRANSLATE_NOOP("Help", "%1 is answering a question. The picture comes back by itself."),
                receiver);
        case Pause::User:
            return named(QT_TRANSLATE_NOOP("Help", "%1 has paused. The picture comes back when they go on."),
                         receiver);
        case Pause::Unseen:
            return named(QT_TRANSLATE_NOOP("Help",
                                           "%1 cannot see the bar with the Stop button at the moment. The "
                                           "picture comes back by itself."),
                         receiver);
    }
    return {};
}

QString endForHelper(SessionEnd end, const QString& receiver) {
    switch (end) {
        case SessionEnd::Stopped:
            return named(QT_TRANSLATE_NOOP("Help", "%1 has ended the help."), receiver);
        case SessionEnd::Left:
            return helpWords(QT_TRANSLATE_NOOP("Help", "You have ended the help."));
        case SessionEnd::TimeOver:
            return helpWords(QT_TRANSLATE_NOOP("Help", "The time is over."));
        case SessionEnd::Away:
            return named(
                QT_TRANSLATE_NOOP("Help", "%1 is no longer at the computer: it was locked or put to sleep."),
                receiver);
        case SessionEnd::Cut:
            return helpWords(QT_TRANSLATE_NOOP("Help", "The connection was lost and did not come back."));
        case SessionEnd::Tampered:
            return helpWords(QT_TRANSLATE_NOOP("Help",
                                               "Something on the way has changed the picture. That must not "
                                               "happen, so the help has ended."));
        case SessionEnd::Failed:
            return named(QT_TRANSLATE_NOOP("Help", "The screen of %1 can no longer be shown."), receiver);
    }
    return {};
}

}  // namespace sesame::app
