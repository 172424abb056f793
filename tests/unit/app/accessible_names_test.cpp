// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/add_contact_dialog.h"
#include "app/choice_dialog.h"
#include "app/consent_dialog.h"
#include "app/contact_list.h"
#include "app/conversation_view.h"
#include "app/first_start.h"
#include "app/folder_dialog.h"
#include "app/go_on_question.h"
#include "app/group_members_dialog.h"
#include "app/help_banner.h"
#include "app/help_bar.h"
#include "app/hosted_share_window.h"
#include "app/left_files_window.h"
#include "app/new_group_dialog.h"
#include "app/remote_form.h"
#include "app/rename_dialog.h"
#include "app/safety_number_window.h"
#include "app/search_window.h"
#include "app/share_bars.h"
#include "app/share_browser.h"
#include "app/share_form.h"
#include "app/unlock_dialog.h"
#include "app/viewer_window.h"
#include "sample_help.h"
#include "sample_shares.h"
#include "sample_views.h"
#include "support/fake_clock.h"

#include <gtest/gtest.h>

#include <QAccessible>
#include <QGuiApplication>
#include <QLabel>
#include <QScreen>
#include <QScrollBar>
#include <algorithm>

namespace sesame::app {
namespace {

/// Every widget of the window that the keyboard can reach tells a screen reader what it is.
void expectNames(QWidget& window) {
    for (auto* widget : window.findChildren<QWidget*>()) {
        const bool ofQt = widget->objectName().startsWith(QLatin1String("qt_")) ||
                          qobject_cast<QScrollBar*>(widget) != nullptr ||
                          widget->inherits("QComboBoxListView");
        if (ofQt || !(widget->focusPolicy() & Qt::TabFocus))
            continue;
        auto* accessible = QAccessible::queryAccessibleInterface(widget);
        ASSERT_NE(accessible, nullptr);
        EXPECT_FALSE(accessible->text(QAccessible::Name).isEmpty())
            << window.metaObject()->className() << ": " << widget->metaObject()->className() << " "
            << widget->objectName().toStdString();
    }
}

TEST(AccessibleNames, ArePresentInEveryDialog) {
    FirstStart first;
    expectNames(first);
    UnlockDialog unlock;
    expectNames(unlock);
    AddContactDialog add(QStringLiteral("sesame:invite?own"));
    expectNames(add);
    SafetyNumberWindow safety(QStringLiteral("Anna"), QString(60, QLatin1Char('1')),
                              {QStringLiteral("anchor"), QStringLiteral("bamboo")}, false, nullptr);
    expectNames(safety);
    client::ChoiceView choice;
    choice.paths = {QStringLiteral("/home/a/photo.jpg")};
    ChoiceDialog several(choice);
    expectNames(several);
    const sesame::test::FakeClock clock;
    consent::Gate gate(clock);
    ConsentDialog consent(gate, clock);
    client::ConsentView question;
    question.helperName = QStringLiteral("Anna");
    consent.ask(question, {});
    expectNames(consent);
    question.remote = trigger::RemoteControl{trigger::RemoteLevel::Control, 60};
    consent.ask(question, {});
    expectNames(consent);
}

TEST(AccessibleNames, ArePresentInTheWindowsOfAHelpSession) {
    const sesame::test::FakeClock clock;
    auto session = test::hosted(trigger::RemoteLevel::Control);
    HelpBanner banner(*QGuiApplication::primaryScreen());
    banner.show(session, QDateTime::currentDateTimeUtc());
    expectNames(banner);
    EXPECT_TRUE(banner.accessibleName().contains(QStringLiteral("Anna sees your screen")));
    GoOnQuestion goOn(clock);
    goOn.ask(session);
    expectNames(goOn);
    HelpBar bar;
    bar.follow(session);
    expectNames(bar);
    ViewerWindow viewer;
    auto seen = test::viewed();
    seen.monitors = {{"A", {0, 0, 10, 10}, true}, {"B", {10, 0, 10, 10}, false}};
    viewer.follow(seen, QDateTime::currentDateTimeUtc());
    viewer.show();
    expectNames(viewer);
    RemoteForm form;
    expectNames(form);
}

TEST(AccessibleNames, ArePresentInTheWindowsOfAShare) {
    const sesame::test::FakeClock clock;
    test::FakeShares shares;
    ShareRecord record(shares, clock);
    const auto own = test::hostedShare();
    shares.host(own);
    ShareBars bars(shares);
    expectNames(bars);
    Q_EMIT shares.filesMoved(own.id, {{1, true, QStringLiteral("a.jpg"), 1000}});
    HostedShareWindow hosted(record, own);
    hosted.follow(own, QDateTime::currentDateTimeUtc());
    hosted.show();
    expectNames(hosted);
    ShareBrowser browser(shares, record, test::viewedShare());
    browser.follow(test::viewedShare(), QDateTime::currentDateTimeUtc());
    browser.show();
    expectNames(browser);
    shares.waiting = {{"a", "a.txt", 1, 0, 0, "Anna"}};
    LeftFilesWindow left(shares);
    expectNames(left);
    FolderDialog folder(QStringLiteral("Where?"), {}, QStringLiteral("Here"));
    folder.setAttribute(Qt::WA_DeleteOnClose, false);
    expectNames(folder);
    ShareForm form;
    expectNames(form);
}

TEST(AccessibleNames, ArePresentInTheSearch) {
    SearchWindow search([](const QString&) { return QList<Found>(); });
    search.setAttribute(Qt::WA_DeleteOnClose, false);
    expectNames(search);
}

TEST(AccessibleNames, ArePresentInTheDialogsOfAContact) {
    RenameDialog renaming(QStringLiteral("Anna"));
    renaming.setAttribute(Qt::WA_DeleteOnClose, false);
    expectNames(renaming);
    SafetyNumberWindow number(QStringLiteral("Anna"), QString(60, u'1'), {QStringLiteral("cage")}, false);
    number.setAttribute(Qt::WA_DeleteOnClose, false);
    expectNames(number);
    const auto labels = number.findChildren<QLabel*>();
    EXPECT_TRUE(std::ranges::any_of(labels, [](const QLabel* one) {
        return one->accessibleName().count(u'1') == 60;
    })) << "a screen reader reads the number itself";
}

TEST(AccessibleNames, ArePresentInTheDialogsOfAGroup) {
    NewGroupDialog making({test::contact(1, QStringLiteral("Anna"), 1)});
    making.setAttribute(Qt::WA_DeleteOnClose, false);
    expectNames(making);
    auto family = test::group(1, QStringLiteral("Family"), 1);
    family.own = true;
    client::GroupMemberView stranger;
    stranger.name = stranger.handle = QStringLiteral("chen-xyz");
    stranger.words = QStringLiteral("chen-xyz is not among your contacts.");
    family.members = {stranger};
    GroupMembersDialog members;
    members.setAttribute(Qt::WA_DeleteOnClose, false);
    members.show(family);
    expectNames(members);
}

TEST(AccessibleNames, ArePresentInTheConversation) {
    const sesame::test::FakeClock clock;
    ContactList list;
    list.setContacts({test::contact(1, QStringLiteral("Anna"), 1)});
    list.setGroups({test::group(1, QStringLiteral("Family"), 1)});
    expectNames(list);
    ConversationView view(clock);
    const QList<client::MessageView> messages{test::invitation(1, QStringLiteral("打开计算器")),
                                              test::invitation(2, QStringLiteral("打开计算器"), true)};
    view.open(test::contact(1, QStringLiteral("Anna"), 1), [messages](qint64 before, int) {
        return before == 0 ? messages : QList<client::MessageView>();
    });
    expectNames(view);
}

}  // namespace
}  // namespace sesame::app
