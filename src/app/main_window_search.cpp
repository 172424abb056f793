// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/contact_model.h"
#include "app/conversation_view.h"
#include "app/group_pane.h"
#include "app/main_window.h"
#include "app/message_list.h"
#include "app/message_model.h"

#include <algorithm>

namespace sesame::app {

void MainWindow::openSearch(const QString& words) {
    if (!searching_) {
        searching_ = new SearchWindow([this](const QString& what) { return find(what); }, this);
        connect(searching_, &SearchWindow::chosen, this, &MainWindow::showFound);
    }
    if (!words.isEmpty())
        searching_->setWords(words);
    searching_->show();
    searching_->raise();
    searching_->activateWindow();
}

QList<Found> MainWindow::find(const QString& words) const {
    constexpr int kMost = SearchWindow::kMost + 1;
    QList<Found> out;
    for (const auto& message : client_.search(words, kMost))
        if (const auto contact = client_.contact(message.contact); contact && isListed(*contact))
            out.append(
                {contact->name, {}, saidWords(message), message.time, message.contact, {}, message.order});
    for (const auto& message : client_.groups().search(words, kMost))
        if (const auto group = client_.groups().group(message.group))
            out.append({group->name,
                        message.senderName,
                        message.text,
                        message.time,
                        {},
                        message.group,
                        message.order});
    std::ranges::stable_sort(out, std::ranges::greater{}, &Found::time);
    return out.mid(0, kMost);
}

void MainWindow::showFound(const Found& found) {
    if (found.contact) {
        openContact(*found.contact);
        conversation_->messages().reveal(found.order);
    } else if (found.group) {
        openGroup(*found.group);
        group_->messages().reveal(found.order);
    }
    searching_->close();
    bringToFront();
}

}  // namespace sesame::app
