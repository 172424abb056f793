// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/contact_list.h"

#include "sample_views.h"

#include <gtest/gtest.h>

#include <QListView>
#include <QSignalSpy>
#include <QTest>

namespace sesame::app {
namespace {

using test::contact;
using test::group;

struct Lists {
    ContactList both;
    QListView& people = *both.findChild<QListView*>(QStringLiteral("contactView"));
    QListView& groups = *both.findChild<QListView*>(QStringLiteral("groupView"));
    QSignalSpy personChosen{&both, &ContactList::contactChosen};
    QSignalSpy groupChosen{&both, &ContactList::groupChosen};

    Lists() {
        both.setContacts({contact(1, QStringLiteral("Anna"), 1), contact(2, QStringLiteral("Bo"), 2)});
        both.setGroups({group(1, QStringLiteral("Family"), 1), group(2, QStringLiteral("Choir"), 2)});
        both.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&both));
    }
};

int chosenRow(const QListView& list) {
    const auto rows = list.selectionModel()->selectedRows();
    return rows.isEmpty() ? -1 : rows[0].row();
}

TEST(ContactList, AListThatGetsTheKeyboardOpensNobody) {
    Lists lists;
    lists.both.choose(group(1, {}, 0).id);
    lists.people.setFocus(Qt::TabFocusReason);
    lists.groups.setFocus(Qt::TabFocusReason);
    EXPECT_EQ(lists.personChosen.count(), 0);
    EXPECT_EQ(lists.groupChosen.count(), 1);
    EXPECT_EQ(chosenRow(lists.groups), 0);
}

TEST(ContactList, OneConversationIsChosenAmongBoth) {
    Lists lists;
    lists.both.choose(client::ContactId{2});
    EXPECT_EQ(chosenRow(lists.people), 1);
    lists.both.choose(group(2, {}, 0).id);
    EXPECT_EQ(chosenRow(lists.people), -1);
    EXPECT_EQ(chosenRow(lists.groups), 1);
    lists.both.choose(client::ContactId{2});
    EXPECT_EQ(chosenRow(lists.people), 1);
    EXPECT_EQ(chosenRow(lists.groups), -1);
    EXPECT_EQ(lists.personChosen.count(), 2);
    EXPECT_EQ(lists.groupChosen.count(), 1);
}

TEST(ContactList, TheChosenGroupStaysChosenWhereAnotherComesFirst) {
    Lists lists;
    lists.both.choose(group(2, {}, 0).id);
    lists.both.setGroups({group(1, QStringLiteral("Family"), 5), group(2, QStringLiteral("Choir"), 0)});
    EXPECT_EQ(chosenRow(lists.groups), 0);
    EXPECT_EQ(lists.groupChosen.count(), 1) << "it is open already";
}

TEST(ContactList, SomebodyWhoGoesDoesNotOpenTheNextWhileAGroupIsOpen) {
    Lists lists;
    lists.both.choose(client::ContactId{1});
    lists.both.choose(group(1, {}, 0).id);
    auto declined = contact(1, QStringLiteral("Anna"), 1);
    declined.state = client::ContactState::Declined;
    lists.both.change(declined);
    EXPECT_EQ(lists.personChosen.count(), 1);
    EXPECT_EQ(chosenRow(lists.people), -1);
    EXPECT_EQ(chosenRow(lists.groups), 0);
}

TEST(ContactList, EnterOpensTheOnlyRow) {
    Lists lists;
    lists.both.setContacts({contact(1, QStringLiteral("Anna"), 1)});
    lists.people.setFocus(Qt::TabFocusReason);
    lists.people.setCurrentIndex({});
    lists.people.selectionModel()->setCurrentIndex(lists.people.model()->index(0, 0),
                                                   QItemSelectionModel::NoUpdate);
    QTest::keyClick(&lists.people, Qt::Key_Return);
    EXPECT_EQ(lists.personChosen.count(), 1);
    EXPECT_EQ(chosenRow(lists.people), 0);
}

TEST(ContactList, WithoutGroupsThePeopleHaveAllThePlace) {
    Lists lists;
    EXPECT_TRUE(lists.groups.isVisible());
    auto declined = group(1, QStringLiteral("Family"), 1);
    declined.state = client::GroupState::Declined;
    lists.both.setGroups({declined});
    EXPECT_FALSE(lists.groups.isVisible());
}

}  // namespace
}  // namespace sesame::app
