// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/share_words.h"

#include "app/plain_text.h"

#include "sesame/places/honest_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace sesame::app {

using client::SessionEnd;
using share::Ending;
using trigger::ShareLevel;

namespace {

constexpr int kSharePersonLength = 40;
constexpr int kSharePathLength = 400;
constexpr int kShareNameLength = 60;

// For texts that QT_TRANSLATE_NOOP has put into the same context.
QString shareWords(const char* words) {
    return QCoreApplication::translate("Share", words);
}

QString ofPerson(const char* words, const QString& name) {
    return shareWords(words).arg(oneLine(name, kSharePersonLength));
}

QString lastPart(const QString& path) {
    return oneLine(path.section(QLatin1Char('/'), -1), kShareNameLength);
}

}  // namespace

QString shownName(const std::string& raw) {
    return oneLine(QString::fromStdString(places::shownText(raw)), kSharePathLength);
}

QString shownName(const QString& name) {
    return shownName(name.toStdString());
}

QString shareForReceiver(const client::HostedShareView& share) {
    const char* words = "";
    switch (share.level) {
        case ShareLevel::Look:
            words = QT_TRANSLATE_NOOP("Share", "%1 may see what is in “%2”, and take nothing");
            break;
        case ShareLevel::Take:
            words = QT_TRANSLATE_NOOP("Share", "%1 may see and take what is in “%2”");
            break;
        case ShareLevel::Put:
            words =
                QT_TRANSLATE_NOOP("Share", "%1 may see and take what is in “%2”, and leave files for you");
            break;
    }
    return shareWords(words).arg(oneLine(share.helperName, kSharePersonLength),
                                 lastPart(shownName(share.path)));
}

QString movedWords(const client::HostedShareView& share) {
    QString out;
    if (share.taken == 0)
        out = shareWords(QT_TRANSLATE_NOOP("Share", "nothing taken so far"));
    else
        out = shareWords(QT_TRANSLATE_NOOP("Share", "files taken so far: %1 (%2)"))
                  .arg(QLocale().toString(share.taken), sizeWords(share.takenBytes));
    if (share.put > 0)
        out = shareWords(QT_TRANSLATE_NOOP("Share", "%1 · files left for you: %2"))
                  .arg(out, QLocale().toString(share.put));
    return out;
}

QString shareForHelper(ShareLevel level) {
    switch (level) {
        case ShareLevel::Look:
            return shareWords(QT_TRANSLATE_NOOP("Share", "You see what is in it"));
        case ShareLevel::Take:
            return shareWords(QT_TRANSLATE_NOOP("Share", "You see what is in it and can take copies"));
        case ShareLevel::Put:
            return shareWords(QT_TRANSLATE_NOOP(
                "Share", "You see what is in it, can take copies and leave files for them"));
    }
    return {};
}

QString shareEndForHelper(SessionEnd end, const QString& receiver) {
    switch (end) {
        case SessionEnd::Stopped:
            return ofPerson(QT_TRANSLATE_NOOP("Share", "%1 has stopped sharing."), receiver);
        case SessionEnd::Left:
            return shareWords(QT_TRANSLATE_NOOP("Share", "You have left."));
        case SessionEnd::TimeOver:
            return shareWords(QT_TRANSLATE_NOOP("Share", "The time is over."));
        case SessionEnd::Away:
            return ofPerson(QT_TRANSLATE_NOOP("Share",
                                              "%1 is no longer at the computer: it was locked or put to "
                                              "sleep, so nothing is shared any more."),
                            receiver);
        case SessionEnd::Cut:
            return shareWords(QT_TRANSLATE_NOOP("Share", "The connection was lost and did not come back."));
        case SessionEnd::Tampered:
            return shareWords(QT_TRANSLATE_NOOP("Share",
                                                "Something came that should not have, so the connection was "
                                                "ended. Tell them by telephone."));
        case SessionEnd::Failed:
            return ofPerson(QT_TRANSLATE_NOOP("Share", "The computer of %1 could not go on sharing."),
                            receiver);
    }
    return {};
}

QString refusalWords(Ending why, const QString& receiver) {
    switch (why) {
        case Ending::NotFound:
            return shareWords(
                QT_TRANSLATE_NOOP("Share", "This folder is not there any more, or is not shared."));
        case Ending::Busy:
            return ofPerson(
                QT_TRANSLATE_NOOP("Share",
                                  "The computer of %1 has too much to do at the moment. Please try "
                                  "again."),
                receiver);
        default:
            return ofPerson(QT_TRANSLATE_NOOP("Share", "The computer of %1 could not read this folder."),
                            receiver);
    }
}

QString transferEndWords(Ending why) {
    switch (why) {
        case Ending::Done:
            return shareWords(QT_TRANSLATE_NOOP("Share", "Done"));
        case Ending::Cancelled:
            return shareWords(QT_TRANSLATE_NOOP("Share", "Stopped"));
        case Ending::NotFound:
            return shareWords(QT_TRANSLATE_NOOP("Share", "Not there any more, or not shared"));
        case Ending::NotAllowed:
            return shareWords(QT_TRANSLATE_NOOP("Share", "Not allowed"));
        case Ending::Changed:
            return shareWords(QT_TRANSLATE_NOOP("Share", "It changed meanwhile. Please try again."));
        case Ending::Full:
            return shareWords(QT_TRANSLATE_NOOP("Share", "There is no room for it on the disk"));
        case Ending::Busy:
            return shareWords(QT_TRANSLATE_NOOP("Share", "Too much at once. Please try again."));
        case Ending::Expired:
        case Ending::Failed:
            return shareWords(QT_TRANSLATE_NOOP("Share", "It did not work"));
    }
    return {};
}

QString openProblem(ErrorCode code) {
    switch (code) {
        case ErrorCode::Refused:
        case ErrorCode::Malformed:
            return shareWords(QT_TRANSLATE_NOOP(
                "Share",
                "Sesame does not open this: it could be a program. It is in the folder, if you "
                "know what it is."));
        case ErrorCode::NotFound:
            return shareWords(QT_TRANSLATE_NOOP(
                "Share", "It is not there any more, or no program on this computer opens it."));
        default:
            return shareWords(QT_TRANSLATE_NOOP("Share", "It could not be opened."));
    }
}

QString sizeWords(quint64 bytes) {
    const auto most = quint64(std::numeric_limits<qint64>::max());
    return QLocale().formattedDataSize(qint64(std::min(bytes, most)), 1, QLocale::DataSizeSIFormat);
}

}  // namespace sesame::app
