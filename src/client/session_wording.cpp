// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/qt_text.h"
#include "client/wording.h"

#include <QCoreApplication>

namespace sesame::client {
namespace {

using trigger::RemoteLevel;

QString translated(const char* text) {
    return QCoreApplication::translate("Client", text);
}

template <typename Key>
struct Row {
    Key key;
    const char* text;
};

template <typename Key, std::size_t N>
QString lookUp(const Row<Key> (&table)[N], Key key) {
    for (const auto& row : table)
        if (row.key == key)
            return translated(row.text);
    return {};
}

// %1: the other one's name, %2: for how long.
constexpr Row<RemoteLevel> kWasHelped[] = {
    {RemoteLevel::Look, QT_TRANSLATE_NOOP("Client", "%1 saw your screen for %2.")},
    {RemoteLevel::Point, QT_TRANSLATE_NOOP("Client", "%1 saw your screen and pointed at things for %2.")},
    {RemoteLevel::Control,
     QT_TRANSLATE_NOOP("Client", "%1 saw your screen and used your mouse and keyboard for %2.")},
};
constexpr Row<RemoteLevel> kHelped[] = {
    {RemoteLevel::Look, QT_TRANSLATE_NOOP("Client", "You saw the screen of %1 for %2.")},
    {RemoteLevel::Point,
     QT_TRANSLATE_NOOP("Client", "You saw the screen of %1 and pointed at things for %2.")},
    {RemoteLevel::Control,
     QT_TRANSLATE_NOOP("Client", "You saw the screen of %1 and used mouse and keyboard there for %2.")},
};
constexpr const char* kNeverCame =
    QT_TRANSLATE_NOOP("Client", "Your screen was ready, but %1 did not come to see it.");
constexpr const char* kNeverSaw = QT_TRANSLATE_NOOP("Client", "The screen of %1 could not be reached.");

constexpr const char* kByYou = QT_TRANSLATE_NOOP("Client", "You ended it.");
constexpr const char* kByThem = QT_TRANSLATE_NOOP("Client", "%1 ended it.");
constexpr Row<SessionEnd> kEnds[] = {
    {SessionEnd::TimeOver, QT_TRANSLATE_NOOP("Client", "The time was over.")},
    {SessionEnd::Cut, QT_TRANSLATE_NOOP("Client", "The connection was lost.")},
    {SessionEnd::Tampered,
     QT_TRANSLATE_NOOP("Client", "Something came in between that should not have, so it was ended.")},
};
constexpr const char* kYouAway =
    QT_TRANSLATE_NOOP("Client", "It ended because this computer was locked or left.");
constexpr const char* kTheyAway =
    QT_TRANSLATE_NOOP("Client", "It ended because the computer of %1 was locked or left.");
constexpr const char* kYouFailed =
    QT_TRANSLATE_NOOP("Client", "It ended because this computer could not go on.");
constexpr const char* kTheyFailed =
    QT_TRANSLATE_NOOP("Client", "It ended because the computer of %1 could not go on.");

// Why it ended, as a sentence for the one who was helped or for the helper.
QString why(SessionEnd end, bool ofReceiver, const QString& name) {
    switch (end) {
        case SessionEnd::Stopped:
            return ofReceiver ? translated(kByYou) : translated(kByThem).arg(name);
        case SessionEnd::Left:
            return ofReceiver ? translated(kByThem).arg(name) : translated(kByYou);
        case SessionEnd::Away:
            return ofReceiver ? translated(kYouAway) : translated(kTheyAway).arg(name);
        case SessionEnd::Failed:
            return ofReceiver ? translated(kYouFailed) : translated(kTheyFailed).arg(name);
        default:
            return lookUp(kEnds, end);
    }
}

QString howLong(std::int64_t seconds) {
    return seconds < 60 ? translated(QT_TRANSLATE_NOOP("Client", "less than a minute"))
                        : wording::minutes(static_cast<std::uint32_t>(seconds / 60));
}

// %1: the folder or file, %2: the other one's name, %3: for how long.
constexpr const char* kHasShared = QT_TRANSLATE_NOOP("Client", "“%1” was shared with %2 for %3.");
constexpr const char* kWasShared = QT_TRANSLATE_NOOP("Client", "%2 shared “%1” with you for %3.");
constexpr const char* kNobodyCame = QT_TRANSLATE_NOOP("Client", "“%1” was ready, but %2 did not come.");
constexpr const char* kNeverReached = QT_TRANSLATE_NOOP("Client", "“%1” of %2 could not be reached.");

// %1: files, %2: their size.
QStringList whatMoved(const SharedFiles& files) {
    const QString taken = QString::number(files.taken);
    const QString size = wording::bytes(files.takenBytes);
    QStringList out;
    if (files.taken == 0)
        out << translated(QT_TRANSLATE_NOOP("Client", "Nothing was taken."));
    else if (files.takenBytes > 0)
        out << translated(QT_TRANSLATE_NOOP("Client", "Files taken: %1 (%2).")).arg(taken, size);
    else
        out << translated(QT_TRANSLATE_NOOP("Client", "Files taken: %1.")).arg(taken);
    if (files.put > 0)
        out << translated(QT_TRANSLATE_NOOP("Client", "Files left: %1.")).arg(files.put);
    return out;
}

QString shareText(const char* came, const char* never, const ShareSummary& summary, bool ofReceiver,
                  const QString& name) {
    const QString what = toQt(summary.files.name);
    if (!summary.seen)
        return translated(never).arg(what, name);
    return wording::inARow(QStringList{translated(came).arg(what, name, howLong(summary.seconds))} +
                           whatMoved(summary.files) + QStringList{why(summary.why, ofReceiver, name)});
}

constexpr Row<RemoteLevel> kRises[] = {
    {RemoteLevel::Point,
     QT_TRANSLATE_NOOP("Client",
                       "%1 sees your screen and wants to point at things on it as well. You can stop at any "
                       "time: hold Esc.")},
    {RemoteLevel::Control,
     QT_TRANSLATE_NOOP(
         "Client",
         "%1 sees your screen and wants to use your mouse and keyboard as well. You can stop at "
         "any time: hold Esc.")},
};

}  // namespace

namespace wording {

QString wasHelped(const SessionSummary& summary, const QString& name) {
    if (!summary.seen)
        return translated(kNeverCame).arg(name);
    return inARow({lookUp(kWasHelped, summary.highest).arg(name, howLong(summary.seconds)),
                   why(summary.why, true, name)});
}

QString helped(const SessionSummary& summary, const QString& name) {
    if (!summary.seen)
        return translated(kNeverSaw).arg(name);
    return inARow({lookUp(kHelped, summary.highest).arg(name, howLong(summary.seconds)),
                   why(summary.why, false, name)});
}

QString hasShared(const ShareSummary& summary, const QString& name) {
    return shareText(kHasShared, kNobodyCame, summary, true, name);
}

QString wasShared(const ShareSummary& summary, const QString& name) {
    return shareText(kWasShared, kNeverReached, summary, false, name);
}

QString riseQuestion(const QString& helper, trigger::RemoteLevel level) {
    return lookUp(kRises, level).arg(helper);
}

QString clipboardOutQuestion(const QString& helper) {
    return translated(QT_TRANSLATE_NOOP("Client", "%1 wants to read the text that you copied last."))
        .arg(helper);
}

QString clipboardInQuestion(const QString& helper) {
    return translated(
               QT_TRANSLATE_NOOP("Client",
                                 "%1 wants to put a text where you can paste it. It takes the place of "
                                 "what you copied last."))
        .arg(helper);
}

}  // namespace wording
}  // namespace sesame::client
