// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewed_help.h"

#include "app/help_words.h"
#include "app/viewer_bar.h"
#include "app/viewer_window.h"

#include <QApplication>
#include <QClipboard>

namespace sesame::app {

using client::ContactId;
using client::HelpSessions;

ViewedHelp::ViewedHelp(HelpSessions& sessions, QObject* parent) : QObject(parent), sessions_(sessions) {
    time_.setInterval(kTimeLeftMs);
    connect(&time_, &QTimer::timeout, this, &ViewedHelp::tellTime);
    connect(&sessions_, &HelpSessions::viewedChanged, this, &ViewedHelp::follow);
    connect(&sessions_, &HelpSessions::pictureResized, this, [this](ContactId receiver) {
        if (auto* shown = window(receiver))
            shown->pictureResized();
    });
    connect(&sessions_, &HelpSessions::pictureChanged, this,
            [this](ContactId receiver, const QList<QRect>& areas) {
                if (auto* shown = window(receiver))
                    shown->picture().pictureChanged(areas);
            });
    connect(&sessions_, &HelpSessions::cursorChanged, this,
            [this](ContactId receiver, const desktop::CursorShape& shape) {
                if (auto* shown = window(receiver))
                    shown->picture().showCursor(shape);
            });
    connect(&sessions_, &HelpSessions::pointerMoved, this, [this](ContactId receiver, QPoint at) {
        if (auto* shown = window(receiver))
            shown->picture().showPointer(at);
    });
    connect(&sessions_, &HelpSessions::clipboardReceived, this,
            [this](ContactId receiver, const QString& text) {
                QApplication::clipboard()->setText(text);
                if (auto* shown = window(receiver))
                    shown->bar().tell(tr("Their copied text is here now: you can paste it."));
            });
    connect(&sessions_, &HelpSessions::clipboardWithheld, this, [this](ContactId receiver) {
        if (auto* shown = window(receiver))
            shown->bar().tell(tr("They have not given you their copied text."));
    });
    for (const auto& session : sessions_.viewed())
        follow(session.receiver);
}

ViewedHelp::~ViewedHelp() = default;

ViewerWindow* ViewedHelp::window(ContactId receiver) const {
    const auto found = windows_.find(receiver);
    return found == windows_.end() ? nullptr : found->second.get();
}

void ViewedHelp::bringToFront(ContactId receiver) {
    auto* shown = window(receiver);
    if (!shown)
        return;
    if (shown->isMinimized())
        shown->showNormal();
    shown->raise();
    shown->activateWindow();
}

void ViewedHelp::follow(ContactId receiver) {
    const auto session = sessions_.viewed(receiver);
    if (!session)
        return;
    auto* shown = window(receiver);
    if (!shown) {
        if (session->ended)
            return;
        shown = &open(receiver);
    }
    // It is gone once the session has ended; the last picture stays.
    if (auto viewer = sessions_.viewer(receiver))
        shown->setViewer(std::move(viewer));
    shown->follow(*session, QDateTime::currentDateTimeUtc());
}

ViewerWindow& ViewedHelp::open(ContactId receiver) {
    auto made = std::make_unique<ViewerWindow>();
    auto& shown = *made;
    windows_[receiver] = std::move(made);
    connectBar(shown, receiver);
    connect(&shown, &ViewerWindow::left, this, [this, receiver] { leave(receiver); });
    shown.show();
    shown.picture().setFocus();
    time_.start();
    return shown;
}

void ViewedHelp::connectBar(ViewerWindow& shown, ContactId receiver) {
    auto& bar = shown.bar();
    const auto expect = [&bar](const Status& status, const QString& done = {}) {
        bar.tell(status ? done : tr("That did not work. Please try again."));
    };
    connect(&bar, &ViewerBar::levelWanted, this, [this, receiver, expect](trigger::RemoteLevel level) {
        expect(sessions_.askLevel(receiver, level));
    });
    connect(&bar, &ViewerBar::theirTextWanted, this, [this, receiver, expect] {
        expect(sessions_.askClipboard(receiver), tr("Asked; waiting for the answer"));
    });
    connect(&bar, &ViewerBar::ownTextOffered, this, [this, receiver, expect, &bar] {
        const auto text = QApplication::clipboard()->text();
        if (text.isEmpty())
            bar.tell(tr("You have not copied any text."));
        else
            expect(sessions_.offerClipboard(receiver, text),
                   tr("Offered; they are asked before they get it."));
    });
}

void ViewedHelp::leave(ContactId receiver) {
    const auto session = sessions_.viewed(receiver);
    auto node = windows_.extract(receiver);
    if (!node.empty())
        node.mapped().release()->deleteLater();  // it is the one that calls
    if (windows_.empty())
        time_.stop();
    if (session && !session->ended && !sessions_.leave(receiver))
        QApplication::beep();
}

void ViewedHelp::tellTime() {
    for (const auto& session : sessions_.viewed())
        if (auto* shown = window(session.receiver))
            shown->follow(session, QDateTime::currentDateTimeUtc());
}

}  // namespace sesame::app
