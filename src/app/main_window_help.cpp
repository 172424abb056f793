// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the main window shows of help sessions: a bar for the receiver, a button for the helper.

#include "app/conversation_view.h"
#include "app/help_bar.h"
#include "app/main_window.h"

namespace sesame::app {

using client::HelpSessions;

void MainWindow::connectHelp() {
    auto& sessions = client_.sessions();
    auto& bar = conversation_->helpBar();
    connect(&sessions, &HelpSessions::hostedChanged, this, &MainWindow::showHelp);
    connect(&sessions, &HelpSessions::viewedChanged, this, &MainWindow::showHelp);
    connect(&bar, &HelpBar::stopWanted, this, [&sessions] { sessions.stop(); });
    connect(&bar, &HelpBar::pauseWanted, this, [&sessions](bool paused) { sessions.setPaused(paused); });
    connect(&bar, &HelpBar::lookOnlyWanted, this,
            [&sessions] { sessions.lower(trigger::RemoteLevel::Look); });
    connect(conversation_, &ConversationView::screenWanted, this,
            [this] { Q_EMIT screenWanted(conversation_->contact()); });
}

void MainWindow::showHelp() {
    if (!openedContact())
        return;
    const auto viewed = client_.sessions().viewed(*openedContact());
    conversation_->showHelp(client_.sessions().hosted(), viewed && !viewed->ended);
}

}  // namespace sesame::app
