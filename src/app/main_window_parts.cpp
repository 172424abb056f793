// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the main window is made of: its panes, its menu and its shortcuts.

#include "app/contact_list.h"
#include "app/conversation_view.h"
#include "app/group_pane.h"
#include "app/main_window.h"
#include "app/notice_bar.h"
#include "app/plain_label.h"
#include "app/say.h"
#include "app/style.h"
#include "app/voice_bar.h"

#include <QApplication>
#include <QBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>

namespace sesame::app {
namespace {

constexpr int kBannerDelayMs = 1500;
constexpr int kNumberedContacts = 9;

QWidget* makeWelcome(QWidget* parent) {
    auto* page = new QWidget(parent);
    auto* words = new PlainLabel(MainWindow::tr("Choose somebody on the left to read and write."), page);
    words->setQuiet(true);
    words->setAlignment(Qt::AlignCenter);
    auto* column = new QVBoxLayout(page);
    column->addWidget(words);
    return page;
}

}  // namespace

void MainWindow::build() {
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Sesame"));
    const auto account = client_.account();
    if (account && !account->name.isEmpty())
        setWindowTitle(tr("Sesame — %1").arg(account->name));
    right_->addWidget(makeWelcome(right_));
    right_->addWidget(conversation_);
    right_->addWidget(group_);
    auto* panes = new QSplitter(Qt::Horizontal, this);
    panes->setChildrenCollapsible(false);
    panes->setHandleWidth(1);
    right_->setMinimumWidth(420);
    panes->addWidget(contacts_);
    panes->addWidget(right_);
    panes->setStretchFactor(0, 0);
    panes->setStretchFactor(1, 1);
    panes->setSizes({330, 690});
    auto* tryNow = banner_->addButton(tr("Try now"), "tryNowButton");
    connect(tryNow, &QPushButton::clicked, &client_, &client::Client::connectNow);
    auto* close = trouble_->addButton(tr("Close"), "closeTroubleButton");
    connect(close, &QPushButton::clicked, this, [this] { trouble_->say({}); });
    auto* middle = new QWidget(this);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(trouble_);
    column->addWidget(banner_);
    column->addWidget(makeShareBars());
    column->addWidget(panes, 1);
    column->addWidget(voice_);
    setCentralWidget(middle);
    resize(1020, 700);
    bannerDelay_.setSingleShot(true);
    bannerDelay_.setInterval(kBannerDelayMs);
    connect(&bannerDelay_, &QTimer::timeout, this, [this] { banner_->say(client_.connectionProblem()); });
}

void MainWindow::makeMenu() {
    auto* menu = new QMenu(this);
    menu->addAction(icon("add"), tr("Add contact…"), QKeySequence(Qt::CTRL | Qt::Key_N), this,
                    [this] { openAddContact(); });
    menu->addAction(tr("New group…"), QKeySequence(Qt::CTRL | Qt::Key_G), this, [this] { openNewGroup(); });
    const auto onContact = addContactActions(*menu);
    connect(menu, &QMenu::aboutToShow, this, [this, onContact] {
        for (QAction* action : onContact)
            action->setEnabled(openedContact().has_value());
    });
    menu->addAction(tr("Search…"), QKeySequence(Qt::CTRL | Qt::Key_F), this, [this] { openSearch(); });
    menu->addAction(icon("rules"), tr("Rules…"), QKeySequence(Qt::CTRL | Qt::Key_R), this,
                    [this] { openSettings(QStringLiteral("rules")); });
    menu->addAction(icon("history"), tr("History…"), QKeySequence(Qt::CTRL | Qt::Key_H), this,
                    [this] { openSettings(QStringLiteral("history")); });
    menu->addAction(icon("file"), tr("Files left for you…"), this, &MainWindow::leftFilesWanted);
    menu->addAction(icon("settings"), tr("Settings…"), QKeySequence(Qt::CTRL | Qt::Key_Comma), this,
                    [this] { openSettings(QStringLiteral("general")); });
    menu->addSeparator();
    menu->addAction(tr("About Sesame"), this, [this] {
        app::say(
            this, tr("About Sesame"),
            tr("Sesame %1\nChat, and help by repeating a phrase.\nFree software under the GNU General Public "
               "License, version 3 or later.")
                .arg(QApplication::applicationVersion()));
    });
    menu->addAction(tr("Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), qApp, &QApplication::quit);
    // Only actions of a visible widget have live shortcuts.
    addActions(menu->actions());
    contacts_->setMenu(menu);
}

void MainWindow::makeShortcuts() {
    const auto on = [this](const QKeySequence& keys, auto what,
                           Qt::ShortcutContext where = Qt::WindowShortcut) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(where);
        connect(shortcut, &QShortcut::activated, this, what);
    };
    on(QKeySequence(Qt::CTRL | Qt::Key_L),
       [this] { (openedGroup() ? group_->composer() : conversation_->composer()).focusText(); });
    on(QKeySequence(Qt::CTRL | Qt::Key_I), [this] {
        if (openedGroup() && group_->composer().inviteButton()->isEnabled())
            openGroupInviteMenu();
        else if (openedContact() && conversation_->composer().inviteButton()->isEnabled())
            openInviteMenu();
    });
    // One shortcut for both: as two they would be ambiguous where plus is Shift and equals.
    auto* larger = new QShortcut(this);
    larger->setKeys({QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    larger->setContext(Qt::ApplicationShortcut);
    connect(larger, &QShortcut::activated, this, [this] { stepTextSize(+1); });
    on(
        QKeySequence(Qt::CTRL | Qt::Key_Minus), [this] { stepTextSize(-1); }, Qt::ApplicationShortcut);
    for (int row = 0; row < kNumberedContacts; ++row)
        on(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + row)), [this, row] { contacts_->chooseRow(row); });
}

}  // namespace sesame::app
