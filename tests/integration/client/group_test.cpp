// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "integration/client/grouped.h"

namespace sesame::client {
namespace {

TEST_F(Grouped, AreAskedAndSeeNothingBeforeTheirYes) {
    found({&bo, &chen});
    ASSERT_TRUE(is(bo, GroupState::Asked));
    const auto asked = *view(bo);
    EXPECT_EQ(asked.name, QStringLiteral("Family"));
    EXPECT_EQ(asked.founder, QStringLiteral("Anna"));
    EXPECT_EQ(asked.members.size(), 3);
    EXPECT_FALSE(asked.own);
    const MessageId early = say(anna, QStringLiteral("hello"));
    EXPECT_EQ(copyOf(anna, early, QStringLiteral("Bo")), Delivery::None);
    EXPECT_FALSE(bo.client->groups().sendText(family, QStringLiteral("hello")));
    joins(bo);
    EXPECT_FALSE(said(bo).contains(QStringLiteral("Anna: hello")));
    const MessageId heard = say(anna, QStringLiteral("hello Bo"));
    EXPECT_TRUE(hears(bo, QStringLiteral("Anna: hello Bo")));
    EXPECT_EQ(copyOf(anna, heard, QStringLiteral("Chen")), Delivery::None);
    EXPECT_EQ(row(anna, heard)->copies.size(), 2);
    const auto copies = row(anna, heard)->copies;
    EXPECT_TRUE(std::any_of(copies.begin(), copies.end(), [](const auto& copy) {
        return copy.reason == QStringLiteral("Chen has not joined yet.");
    }));
    EXPECT_TRUE(said(chen).isEmpty());
}

TEST_F(Grouped, WriteToAllAndSeeWhatBecameOfEachCopy) {
    meet();
    const MessageId sent = say(bo, QStringLiteral("大家好"));
    EXPECT_TRUE(hears(anna, QStringLiteral("Bo: 大家好")));
    EXPECT_TRUE(hears(chen, QStringLiteral("Bo: 大家好")));
    EXPECT_EQ(row(anna, sent)->id, row(chen, sent)->id);
    for (const char* name : {"Anna", "Chen"})
        EXPECT_TRUE(
            eventually([&] { return copyOf(bo, sent, QString::fromUtf8(name)) == Delivery::Delivered; }));
    EXPECT_EQ(view(anna)->unread, 1);
    EXPECT_EQ(anna.client->contact(at(anna, bo))->unread, 0);
    ASSERT_TRUE(anna.client->groups().markRead(family));
    EXPECT_EQ(view(anna)->unread, 0);
    EXPECT_TRUE(eventually([&] { return copyOf(bo, sent, QStringLiteral("Anna")) == Delivery::Read; }));
    EXPECT_EQ(copyOf(bo, sent, QStringLiteral("Chen")), Delivery::Delivered);
    // It is in no conversation of two.
    EXPECT_TRUE(anna.messages(at(anna, bo), MessageKind::Text).empty());
}

// I8
TEST_F(Grouped, FindWhatWasSaidInThem) {
    meet();
    ASSERT_TRUE(anna.client->groups().sendText(family, QStringLiteral("the window is broken")));
    ASSERT_TRUE(
        eventually([&] { return !bo.client->groups().search(QStringLiteral("windo"), 9).isEmpty(); }));
    const auto found = bo.client->groups().search(QStringLiteral("windo"), 9);
    ASSERT_EQ(found.size(), 1);
    EXPECT_EQ(found[0].group, family);
    EXPECT_EQ(found[0].senderName, QStringLiteral("Anna"));
    EXPECT_TRUE(bo.client->groups().search(QStringLiteral("zebra"), 9).isEmpty());
    EXPECT_TRUE(bo.client->search(QStringLiteral("window")).isEmpty()) << "nobody said it to him alone";
}

TEST_F(Grouped, LoseNothingOverBreaksAndRestarts) {
    meet();
    QStringList sent;
    for (int number = 0; number < 10; ++number)
        say(bo, sent.emplaceBack(QStringLiteral("line %1").arg(number)));
    hub.kill();
    for (int number = 10; number < 20; ++number)
        say(bo, sent.emplaceBack(QStringLiteral("line %1").arg(number)));
    bo.close();
    chen.close();
    hub.start();
    bo.open();
    chen.open();
    anna.client->connectNow();
    for (Person* person : {&anna, &chen}) {
        ASSERT_TRUE(eventually([&] { return said(*person).size() >= 20; }));
        QStringList heard;
        for (const QString& line : said(*person))
            heard << line.section(QStringLiteral(": "), 1);
        EXPECT_EQ(heard, sent);
    }
    ASSERT_EQ(view(bo)->state, GroupState::Joined);
    EXPECT_EQ(said(bo), sent);
}

TEST_F(Grouped, ReachOnlyThoseWhoAreTheirContacts) {
    found({&bo, &dora});
    joins(bo);
    joins(dora);
    const auto* there = memberIn(*view(bo), dora);
    ASSERT_NE(there, nullptr);
    EXPECT_EQ(there->words, handleOf(dora) + QStringLiteral(" is not among your contacts."));
    const MessageId sent = say(bo, QStringLiteral("hello"));
    EXPECT_TRUE(hears(anna, QStringLiteral("Bo: hello")));
    EXPECT_EQ(copyOf(bo, sent, handleOf(dora)), Delivery::None);

    std::optional<Result<ContactId>> met;
    bo.client->groups().meet(family, handleOf(dora), bo.client.get(),
                             [&](const auto& contact) { met = contact; });
    ASSERT_TRUE(eventually([&] { return met.has_value(); }));
    ASSERT_TRUE(*met) << (*met).error().detail;
    ASSERT_TRUE(eventually([&] { return at(dora, bo).value != 0; }));
    ASSERT_TRUE(dora.client->acceptContact(at(dora, bo)));
    EXPECT_TRUE(reaches(bo, dora));
    EXPECT_TRUE(reaches(dora, bo));
    say(bo, QStringLiteral("hello all"));
    EXPECT_TRUE(hears(dora, QStringLiteral("Bo: hello all")));
    say(dora, QStringLiteral("hello Bo"));
    EXPECT_TRUE(hears(bo, QStringLiteral("Dora: hello Bo")));
}

TEST_F(Grouped, ReachEachOtherWhenBothAskedToBecomeContacts) {
    found({&bo, &dora});
    joins(bo);
    joins(dora);
    // Each request is on its way before the other has arrived.
    ASSERT_TRUE(bo.client->addContact(dora.client->invitationLink()));
    ASSERT_TRUE(dora.client->addContact(bo.client->invitationLink()));
    EXPECT_TRUE(reaches(bo, dora));
    EXPECT_TRUE(reaches(dora, bo));
    say(bo, QStringLiteral("hello Dora"));
    EXPECT_TRUE(hears(dora, QStringLiteral("Bo: hello Dora")));
    const auto entries = bo.client->audit().entries();
    ASSERT_TRUE(entries);
    EXPECT_TRUE(std::any_of(entries->begin(), entries->end(), [](const auto& one) {
        return one.event == "contact-accepted" && one.detail == "both asked";
    }));
}

TEST_F(Grouped, MayDecline) {
    found({&bo, &chen});
    ASSERT_TRUE(is(bo, GroupState::Asked));
    ASSERT_TRUE(bo.client->groups().answer(family, false, view(bo)->version));
    EXPECT_TRUE(notes(anna, QStringLiteral("Bo does not want to join.")));
    EXPECT_EQ(memberIn(*view(anna), bo), nullptr);
    EXPECT_TRUE(is(bo, GroupState::Removed));
    EXPECT_FALSE(bo.client->groups().answer(family, true, view(bo)->version));
    joins(chen);
    EXPECT_TRUE(eventually([&] { return memberIn(*view(chen), bo) == nullptr; }));
}

TEST_F(Grouped, AnswerWhatTheyWereShown) {
    found({&bo, &chen});
    ASSERT_TRUE(is(bo, GroupState::Asked));
    const quint64 shown = view(bo)->version;
    ASSERT_TRUE(anna.client->groups().add(family, at(anna, dora)));
    ASSERT_TRUE(eventually([&] { return view(bo)->version > shown; }));
    const Status late = bo.client->groups().answer(family, true, shown);
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().code, ErrorCode::Changed);
    EXPECT_EQ(view(bo)->state, GroupState::Asked);
    EXPECT_TRUE(bo.client->groups().answer(family, true, view(bo)->version));
}

TEST_F(Grouped, FollowTheFounderAlone) {
    meet();
    EXPECT_FALSE(bo.client->groups().rename(family, QStringLiteral("Bo's")));
    EXPECT_FALSE(bo.client->groups().remove(family, handleOf(chen)));
    EXPECT_FALSE(bo.client->groups().add(family, at(bo, chen)));
    EXPECT_FALSE(bo.client->groups().end(family));
    ASSERT_TRUE(anna.client->groups().rename(family, QStringLiteral("家人")));
    EXPECT_TRUE(notes(bo, QStringLiteral("The group is called “家人” now.")));
    EXPECT_EQ(view(bo)->name, QStringLiteral("家人"));
    ASSERT_TRUE(anna.client->groups().add(family, at(anna, dora)));
    joins(dora);
    EXPECT_TRUE(eventually([&] { return memberIn(*view(chen), dora) != nullptr; }));
    EXPECT_FALSE(anna.client->groups().rename(family, QStringLiteral("two\nlines")));
}

TEST_F(Grouped, AreOutOnceTheyAreRemoved) {
    meet();
    ASSERT_TRUE(anna.client->groups().remove(family, handleOf(chen)));
    EXPECT_TRUE(is(chen, GroupState::Removed));
    EXPECT_TRUE(notes(chen, QStringLiteral("You were taken out")));
    EXPECT_FALSE(chen.client->groups().sendText(family, QStringLiteral("still here")));
    EXPECT_TRUE(eventually([&] { return memberIn(*view(bo), chen) == nullptr; }));
    EXPECT_TRUE(notes(bo, QStringLiteral("Chen is not in it any more.")));
    say(bo, QStringLiteral("between us"));
    EXPECT_TRUE(hears(anna, QStringLiteral("Bo: between us")));
    settle();
    EXPECT_FALSE(said(chen).contains(QStringLiteral("Bo: between us")));
    // The last one is not removed; asked anew, Chen may join again.
    EXPECT_FALSE(anna.client->groups().remove(family, handleOf(bo)));
    ASSERT_TRUE(anna.client->groups().add(family, at(anna, chen)));
    joins(chen);
    EXPECT_TRUE(reaches(bo, chen));
    EXPECT_TRUE(reaches(chen, bo));
}

TEST_F(Grouped, LeaveWhenTheyLike) {
    meet();
    ASSERT_TRUE(bo.client->groups().leave(family));
    EXPECT_EQ(view(bo)->state, GroupState::Left);
    EXPECT_FALSE(bo.client->groups().sendText(family, QStringLiteral("hello")));
    EXPECT_TRUE(notes(anna, QStringLiteral("Bo left.")));
    EXPECT_TRUE(notes(chen, QStringLiteral("Bo left.")));
    EXPECT_TRUE(eventually([&] { return memberIn(*view(chen), bo) == nullptr; }));
    EXPECT_FALSE(said(chen, MessageKind::Notice).contains(QStringLiteral("Bo is not in it any more.")));
    EXPECT_TRUE(is(bo, GroupState::Removed));
    // With nobody else in it a group has ended.
    ASSERT_TRUE(chen.client->groups().leave(family));
    EXPECT_TRUE(is(anna, GroupState::Ended));
}

TEST_F(Grouped, AreNoGroupAnyMoreOnceItsFounderEndsIt) {
    meet();
    ASSERT_TRUE(anna.client->groups().end(family));
    for (Person* person : {&anna, &bo, &chen}) {
        EXPECT_TRUE(is(*person, GroupState::Ended));
        EXPECT_FALSE(person->client->groups().sendText(family, QStringLiteral("hello")));
        person->close();
        person->open();
        EXPECT_EQ(view(*person)->state, GroupState::Ended);
    }
    EXPECT_FALSE(anna.client->groups().add(family, at(anna, dora)));
}

TEST_F(Grouped, AreFoundedByWhoeverMayAsk) {
    Groups& groups = anna.client->groups();
    const auto codeOf = [&](const QString& name, const QList<ContactId>& members) {
        const auto made = groups.found(name, members);
        return made ? ErrorCode::Exists : made.error().code;
    };
    EXPECT_EQ(codeOf(QStringLiteral("Family"), {}), ErrorCode::Malformed);
    EXPECT_EQ(codeOf(QString(), {at(anna, bo)}), ErrorCode::Malformed);
    EXPECT_EQ(codeOf(QStringLiteral("Fam\u202Eily"), {at(anna, bo)}), ErrorCode::Malformed);
    EXPECT_EQ(codeOf(QStringLiteral("Twice"), {at(anna, bo), at(anna, bo)}), ErrorCode::Malformed);
    ASSERT_TRUE(anna.client->setBlocked(at(anna, chen), true));
    EXPECT_EQ(codeOf(QStringLiteral("Family"), {at(anna, bo), at(anna, chen)}), ErrorCode::Refused);
    EXPECT_TRUE(groups.all().isEmpty());
}

// S37: five of one founder wait at a time.
TEST_F(Grouped, AreNotAskedTooOften) {
    for (int number = 0; number < Groups::kMostAsked + 2; ++number)
        ASSERT_TRUE(anna.client->groups().found(QStringLiteral("Group %1").arg(number), {at(anna, bo)}));
    ASSERT_TRUE(eventually([&] { return bo.client->groups().all().size() >= Groups::kMostAsked; }));
    ASSERT_TRUE(anna.client->sendText(at(anna, bo), QStringLiteral("the last")));
    ASSERT_TRUE(
        eventually([&] { return bo.says(at(bo, anna), MessageKind::Text, QStringLiteral("the last")); }));
    EXPECT_EQ(bo.client->groups().all().size(), Groups::kMostAsked);
}

TEST_F(Grouped, HearNothingOfWhomTheyBlocked) {
    meet();
    ASSERT_TRUE(bo.client->setBlocked(at(bo, chen), true));
    const MessageId sent = say(bo, QStringLiteral("hello"));
    EXPECT_EQ(copyOf(bo, sent, QStringLiteral("Chen")), Delivery::None);
    EXPECT_TRUE(hears(anna, QStringLiteral("Bo: hello")));
    say(chen, QStringLiteral("hello Bo"));
    EXPECT_TRUE(hears(anna, QStringLiteral("Chen: hello Bo")));
    settle();
    EXPECT_FALSE(said(bo).contains(QStringLiteral("Chen: hello Bo")));
    EXPECT_FALSE(said(chen).contains(QStringLiteral("Bo: hello")));
}

}  // namespace
}  // namespace sesame::client
