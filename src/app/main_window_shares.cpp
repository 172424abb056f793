// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the main window shows of shares: bars for the receiver, a button for the helper.

#include "app/conversation_view.h"
#include "app/main_window.h"
#include "app/say.h"
#include "app/share_bars.h"

#include <algorithm>

namespace sesame::app {

using client::Shares;

QWidget* MainWindow::makeShareBars() {
    auto* bars = new ShareBars(client_.shares(), this);
    connect(bars, &ShareBars::showWanted, this, &MainWindow::hostedShareWanted);
    connect(bars, &ShareBars::leftFilesWanted, this, &MainWindow::leftFilesWanted);
    return bars;
}

void MainWindow::connectShares() {
    connect(&client_.shares(), &Shares::viewedChanged, this, &MainWindow::showShares);
    connect(&client_.shares(), &Shares::standingChanged, this, &MainWindow::showShares);
    connect(conversation_, &ConversationView::standingWanted, this, [this](const client::ShareId& id) {
        const auto asked = client_.shares().openStanding(id);
        if (!asked)
            say(this, tr("Shared with you"),
                asked.error().code == ErrorCode::Unavailable
                    ? tr("This opens only while you are both online. Please try again later.")
                    : tr("This is not shared with you any more."));
    });
    connect(conversation_, &ConversationView::filesWanted, this,
            [this] { Q_EMIT sharedFilesWanted(conversation_->contact()); });
}

void MainWindow::showShares() {
    const auto contact = openedContact();
    if (!contact)
        return;
    const auto viewed = client_.shares().viewed();
    const auto isOpen = [&](const auto& share) { return share.receiver == *contact && !share.ended; };
    conversation_->showShared(std::any_of(viewed.begin(), viewed.end(), isOpen));
    auto standing = client_.shares().standing();
    standing.removeIf([&](const auto& share) {
        return share.hosted || share.contact != *contact ||
               std::any_of(viewed.begin(), viewed.end(),
                           [&](const auto& open) { return isOpen(open) && open.name == share.name; });
    });
    conversation_->showStanding(standing);
}

}  // namespace sesame::app
