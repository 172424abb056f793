// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Files as messages in the main window: from the button, drop or paste to the client, and what a card asks
// for.

#include "app/choose_path.h"
#include "app/composer.h"
#include "app/conversation_view.h"
#include "app/folder_dialog.h"
#include "app/main_window.h"
#include "app/message_list.h"
#include "app/plain_text.h"
#include "app/say.h"
#include "app/voice_bar.h"

#include "sesame/client/files.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace sesame::app {
namespace {

using client::Files;

constexpr int kNamedFiles = 5;

QString nameOf(const QString& path) {
    return oneLine(QFileInfo(path).fileName(), 60);
}

QString namesOf(const QStringList& paths) {
    QStringList names;
    for (const auto& path : paths.first(std::min<qsizetype>(paths.size(), kNamedFiles)))
        names << nameOf(path);
    if (paths.size() > kNamedFiles)
        names << MainWindow::tr("and %1 more").arg(paths.size() - kNamedFiles);
    return names.join(QLatin1Char('\n'));
}

QString problemOf(ErrorCode code, const QString& path) {
    switch (code) {
        case ErrorCode::NotFound:
            return MainWindow::tr("“%1” is not there any more.").arg(nameOf(path));
        case ErrorCode::Refused:
            return MainWindow::tr(
                       "“%1” cannot be sent: only single files can, and none that may hold keys or "
                       "passwords.")
                .arg(nameOf(path));
        case ErrorCode::Unavailable:
            return MainWindow::tr("Your hub does not pass on files.");
        default:
            return MainWindow::tr("“%1” could not be read.").arg(nameOf(path));
    }
}

// Where its owner finds it again.
QString keptPicture(const QImage& picture) {
    const auto folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    QDir().mkpath(folder);
    const auto when = QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd HH.mm.ss.zzz"));
    const auto path = QDir(folder).filePath(MainWindow::tr("Picture %1").arg(when) + QStringLiteral(".png"));
    return picture.save(path, "PNG") ? path : QString();
}

}  // namespace

void MainWindow::connectFiles() {
    auto& composer = conversation_->composer();
    connect(&composer, &Composer::attachWanted, this, &MainWindow::chooseFiles);
    connect(&composer, &Composer::filesGiven, this, &MainWindow::offerFiles);
    connect(&composer, &Composer::pictureGiven, this, &MainWindow::offerPicture);
    connect(conversation_, &ConversationView::filesGiven, this, &MainWindow::offerFiles);
    connect(&composer, &Composer::voiceWanted, this,
            [this] { voice_->begin(conversation_->contact(), conversation_->name()); });
    connect(voice_, &VoiceBar::problem, &composer, &Composer::showProblem);
    connect(voice_, &VoiceBar::spoken, this,
            [this](client::ContactId to, const QString& path) { sendFile(to, path); });
    connect(&conversation_->messages(), &MessageList::fileActWanted, this, &MainWindow::act);
    connect(&client_.files(), &Files::progressed, this, [this](const client::MessageView& message) {
        if (message.contact == openedContact())
            conversation_->messages().advance(message);
    });
}

void MainWindow::chooseFiles() {
    app::chooseFiles(this, tr("Which file?"),
                     [this, to = conversation_->contact()](const QStringList& paths) {
                         // To whom it was to go; a question may have led to another conversation meanwhile.
                         if (to == conversation_->contact())
                             sendFiles(paths);
                         conversation_->composer().focusText();
                     });
}

// A slip of the hand must not send anything.
void MainWindow::offerFiles(const QStringList& paths) {
    const auto question = tr("Send this to %1?").arg(oneLine(conversation_->name(), 60));
    const auto to = conversation_->contact();
    if (confirm(this, tr("Send a file"), question + QStringLiteral("\n\n") + namesOf(paths), tr("Send it")) &&
        to == conversation_->contact())
        sendFiles(paths);
}

void MainWindow::offerPicture(const QImage& picture) {
    const auto question = tr("Send the copied picture (%1 × %2) to %3?")
                              .arg(QString::number(picture.width()), QString::number(picture.height()),
                                   oneLine(conversation_->name(), 60));
    if (!confirm(this, tr("Send a picture"), question, tr("Send it")))
        return;
    const auto path = keptPicture(picture);
    if (path.isEmpty())
        conversation_->composer().showProblem(tr("The picture could not be stored. Is the disk full?"));
    else
        sendFiles({path});
}

void MainWindow::sendFiles(const QStringList& paths) {
    for (const auto& path : paths)
        sendFile(conversation_->contact(), path);
}

void MainWindow::sendFile(client::ContactId to, const QString& path) {
    const auto sent = client_.files().send(to, path);
    if (!sent)
        conversation_->composer().showProblem(problemOf(sent.error().code, path));
}

void MainWindow::tryAgain(const client::MessageView& file) {
    const auto done = client_.files().retry(file.id);
    const bool own = file.direction == client::Direction::Outgoing;
    if (!done && own)
        conversation_->composer().showProblem(problemOf(done.error().code, file.file->path));
    // Of what others sent only the folder can be missing.
    else if (!done && done.error().code == ErrorCode::NotFound)
        saveElsewhere(file);
    else if (!own)
        expect(done);
}

void MainWindow::saveElsewhere(const client::MessageView& file) {
    auto* dialog = new FolderDialog(
        tr("In which folder shall “%1” be saved?").arg(oneLine(file.file->name, 60)),
        saveFolder_.isEmpty() ? downloadsFolder() : saveFolder_, tr("Save in this folder"), this);
    connect(dialog, &FolderDialog::chosen, this, [this, id = file.id](const QString& folder) {
        saveFolder_ = folder;
        expect(client_.files().accept(id, folder));
    });
    dialog->open();
}

void MainWindow::act(FileAct act, const client::MessageView& file) {
    auto& files = client_.files();
    switch (act) {
        case FileAct::Save:
            QDir().mkpath(downloadsFolder());
            return expect(files.accept(file.id, downloadsFolder()));
        case FileAct::SaveElsewhere:
            return saveElsewhere(file);
        case FileAct::Decline:
            return expect(files.decline(file.id));
        case FileAct::Cancel:
            return expect(files.cancel(file.id));
        case FileAct::TryAgain:
            return tryAgain(file);
        case FileAct::SendBack:
            return sendFile(file.contact, file.file->path);
        case FileAct::Open:
        case FileAct::ShowFolder:
            Q_EMIT savedFileWanted(file.file->path, act == FileAct::ShowFolder);
            return;
    }
}

}  // namespace sesame::app
