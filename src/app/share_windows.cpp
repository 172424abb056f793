// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/share_windows.h"

#include "app/left_files_window.h"

namespace sesame::app {

ShareWindows::ShareWindows(const ShareTools& tools, QObject* parent)
    : QObject(parent), shares_(tools.shares), hosted_(tools.shares, tools.record), viewed_(tools) {
    connect(&hosted_, &HostedShares::leftFilesWanted, this, &ShareWindows::openLeftFiles);
}

ShareWindows::~ShareWindows() {
    delete left_;
}

void ShareWindows::openLeftFiles() {
    if (!left_) {
        left_ = new LeftFilesWindow(shares_);
        left_->setAttribute(Qt::WA_DeleteOnClose);
    }
    left_->show();
    left_->raise();
    left_->activateWindow();
}

}  // namespace sesame::app
