// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/file_act.h"

#include <QCoreApplication>

namespace sesame::app {

using client::FileState;

std::vector<FileAct> actsFor(const client::MessageView& message) {
    const bool own = message.direction == client::Direction::Outgoing;
    switch (message.file->state) {
        case FileState::Offered:
            return {FileAct::Save, FileAct::SaveElsewhere, FileAct::Decline};
        case FileState::Moving:
        case FileState::Waiting:
            return {FileAct::Cancel};
        case FileState::Done:
            if (own)
                return {};
            return message.file->wantedBack
                       ? std::vector{FileAct::SendBack, FileAct::Open, FileAct::ShowFolder}
                       : std::vector{FileAct::Open, FileAct::ShowFolder};
        case FileState::Failed:
            return own ? std::vector{FileAct::TryAgain}
                       : std::vector{FileAct::TryAgain, FileAct::SaveElsewhere, FileAct::Decline};
        case FileState::Expired:
        case FileState::Declined:
        case FileState::Cancelled:
            break;
    }
    return {};
}

QString words(FileAct act) {
    const auto translated = [](const char* text) { return QCoreApplication::translate("FileAct", text); };
    switch (act) {
        case FileAct::Save:
            return translated(QT_TRANSLATE_NOOP("FileAct", "Save"));
        case FileAct::SaveElsewhere:
            return translated(QT_TRANSLATE_NOOP("FileAct", "Save in another folder…"));
        case FileAct::Decline:
            return translated(QT_TRANSLATE_NOOP("FileAct", "No, thank you"));
        case FileAct::Cancel:
            return translated(QT_TRANSLATE_NOOP("FileAct", "Cancel"));
        case FileAct::TryAgain:
            return translated(QT_TRANSLATE_NOOP("FileAct", "Try again"));
        case FileAct::Open:
            return translated(QT_TRANSLATE_NOOP("FileAct", "Open"));
        case FileAct::ShowFolder:
            return translated(QT_TRANSLATE_NOOP("FileAct", "Show in folder"));
        case FileAct::SendBack:
            return translated(QT_TRANSLATE_NOOP("FileAct", "Send it back"));
    }
    return {};
}

}  // namespace sesame::app
