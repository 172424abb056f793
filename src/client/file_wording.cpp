// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/qt_text.h"
#include "client/wording.h"

#include <QCoreApplication>

namespace sesame::client::wording {
namespace {

struct FileText {
    std::string_view code;
    const char* text;  // %1: the contact's name
};
// For who gets the file, then for who sent it.
constexpr FileText kFailedIn[] = {
    {file_failure::kBlocked, QT_TRANSLATE_NOOP("Client", "The hub did not allow it.")},
    {file_failure::kDiskFull,
     QT_TRANSLATE_NOOP("Client", "There is not enough room on this computer's disk.")},
    {file_failure::kDiskFails, QT_TRANSLATE_NOOP("Client", "It could not be saved in that folder.")},
    {file_failure::kTampered,
     QT_TRANSLATE_NOOP("Client", "What came is not what %1 has sent. Nothing of it was kept.")},
};
constexpr FileText kFailedOut[] = {
    {file_failure::kGone,
     QT_TRANSLATE_NOOP("Client", "The file has changed or is gone since you sent it. Send it once more.")},
    {file_failure::kBlocked, QT_TRANSLATE_NOOP("Client", "%1 does not take files from you.")},
    {file_failure::kDiskFails, QT_TRANSLATE_NOOP("Client", "The file could not be read.")},
};

QString withPeer(const char* text, const QString& name) {
    QString out = QCoreApplication::translate("Client", text);
    return out.contains(QLatin1String("%1")) ? out.arg(name) : out;
}

template <std::size_t N>
QString failedBecause(const FileText (&table)[N], const std::string& code, const QString& name) {
    for (const auto& row : table)
        if (row.code == code)
            return withPeer(row.text, name);
    return withPeer(QT_TRANSLATE_NOOP("Client", "It did not arrive."), name);
}

const char* cancelled(bool outgoing, const std::string& reason) {
    if (outgoing)
        return QT_TRANSLATE_NOOP("Client", "You took it back.");
    return reason == file_failure::kGone
               ? QT_TRANSLATE_NOOP("Client", "%1 does not have this file any more, or has changed it.")
               : QT_TRANSLATE_NOOP("Client", "%1 took it back.");
}

const char* moving(bool outgoing, FileProgress::Wait wait, bool online) {
    if (!online)
        return QT_TRANSLATE_NOOP("Client", "Goes on as soon as the hub can be reached.");
    if (outgoing)
        return wait == FileProgress::Wait::Hub
                   ? QT_TRANSLATE_NOOP(
                         "Client", "The hub is full of files of yours. It goes on as soon as %1 takes them.")
                   : QT_TRANSLATE_NOOP("Client", "On its way to %1.");
    return wait == FileProgress::Wait::Peer
               ? QT_TRANSLATE_NOOP("Client", "Goes on as soon as the computer of %1 is there.")
               : QT_TRANSLATE_NOOP("Client", "Is being saved.");
}

}  // namespace

QString file(const store::FileRecord& file, FileProgress::Wait wait, bool online, const QString& name) {
    const bool outgoing = file.direction == Direction::Outgoing;
    switch (file.state) {
        case FileState::Offered:
            return withPeer(QT_TRANSLATE_NOOP("Client", "%1 would like to give you this file."), name);
        case FileState::Moving:
            return withPeer(moving(outgoing, wait, online), name);
        case FileState::Waiting:
            return withPeer(QT_TRANSLATE_NOOP("Client", "Waits at the hub until %1 saves it."), name);
        case FileState::Done:
            return withPeer(outgoing ? QT_TRANSLATE_NOOP("Client", "%1 has saved it.")
                                     : QT_TRANSLATE_NOOP("Client", "Saved on this computer."),
                            name);
        case FileState::Declined:
            return withPeer(outgoing ? QT_TRANSLATE_NOOP("Client", "%1 did not want this file.")
                                     : QT_TRANSLATE_NOOP("Client", "You did not want this file."),
                            name);
        case FileState::Cancelled:
            return withPeer(cancelled(outgoing, file.reason), name);
        case FileState::Expired:
            return withPeer(
                outgoing
                    ? QT_TRANSLATE_NOOP("Client", "%1 did not save it in time. Send it once more.")
                    : QT_TRANSLATE_NOOP("Client", "It is not kept any more. Ask %1 to send it once more."),
                name);
        case FileState::Failed:
            return outgoing ? failedBecause(kFailedOut, file.reason, name)
                            : failedBecause(kFailedIn, file.reason, name);
    }
    return {};
}

QString fileLine(const FileView& file) {
    return QCoreApplication::translate("Client", "“%1” (%2). %3")
        .arg(file.name, bytes(file.size), file.words);
}

}  // namespace sesame::client::wording
