// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/share_windows.h"

#include "app/left_files_window.h"
#include "app/say.h"
#include "app/share_words.h"

#include "sesame/execute/own_file.h"

#include <QApplication>
#include <QFileInfo>

namespace sesame::app {

ShareWindows::ShareWindows(const ShareTools& tools, QObject* parent)
    : QObject(parent), tools_(tools), hosted_(tools.shares, tools.record), viewed_(tools) {
    connect(&hosted_, &HostedShares::leftFilesWanted, this, &ShareWindows::openLeftFiles);
}

ShareWindows::~ShareWindows() {
    delete left_;
}

void ShareWindows::openLeftFiles() {
    if (!left_) {
        left_ = new LeftFilesWindow(tools_.shares);
        left_->setAttribute(Qt::WA_DeleteOnClose);
    }
    left_->show();
    left_->raise();
    left_->activateWindow();
}

OpenShareWindows ShareWindows::opened() const {
    return {hosted_.opened(), left_ && left_->isVisible()};
}

void ShareWindows::open(const OpenShareWindows& windows) {
    for (const auto& id : windows.hosted)
        openHosted(id);
    if (windows.leftFiles)
        openLeftFiles();
}

void ShareWindows::openSaved(const QString& path, bool folder) {
    const auto place = QFileInfo(path).absolutePath().toStdString();
    const auto opened =
        folder ? execute::showOwnFolder(place, tools_.programs, tools_.launcher)
               : execute::openOwnFile(path.toStdString(), place, tools_.programs, tools_.launcher);
    if (!opened)
        say(QApplication::activeWindow(), QStringLiteral("Sesame"), openProblem(opened.error().code));
}

}  // namespace sesame::app
