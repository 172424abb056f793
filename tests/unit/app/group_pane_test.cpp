// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/group_pane.h"

#include "app/answer_card.h"
#include "app/message_list.h"
#include "app/near_card.h"
#include "sample_views.h"
#include "support/fake_clock.h"

#include <gtest/gtest.h>

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace sesame::app {
namespace {

using client::ContactId;
using client::GroupId;
using client::GroupMessageView;
using client::GroupView;

/// Has rows; nothing can be done in it.
class WrittenGroups : public client::Groups {
  public:
    QList<GroupMessageView> rows;
    std::optional<GroupMessageView> waiting;

    Result<GroupId> found(const QString&, const QList<ContactId>&) override { return no(); }
    Status add(const GroupId&, ContactId) override { return no(); }
    Status remove(const GroupId&, const QString&) override { return no(); }
    Status rename(const GroupId&, const QString&) override { return no(); }
    Status end(const GroupId&) override { return no(); }
    Status answer(const GroupId&, bool, quint64) override { return no(); }
    Status leave(const GroupId&) override { return no(); }
    QList<GroupView> all() const override { return {}; }
    std::optional<GroupView> group(const GroupId&) const override { return std::nullopt; }
    Result<MessageId> sendText(const GroupId&, const QString&, const client::Composition&) override {
        return no();
    }
    Status retry(const MessageId&) override { return no(); }
    QList<GroupMessageView> history(const GroupId&, qint64 before, int) const override {
        return before == 0 ? rows : QList<GroupMessageView>();
    }
    QList<GroupMessageView> search(const QString&, int) const override { return {}; }
    std::optional<GroupMessageView> awaited(const GroupId&) const override { return waiting; }
    Status markRead(const GroupId&) override { return {}; }
    Result<MessageId> invite(const GroupId&, ContactId, const RuleId&) override { return no(); }
    QString whyNot(ContactId, const RuleId&) const override { return {}; }
    void meet(const GroupId&, const QString&, QObject*, const Met&) override {}

  private:
    static Error no() { return {ErrorCode::Unavailable, "only rows"}; }
};

MessageId messageId(int number) {
    MessageId out;
    out.value[15] = std::byte(number);
    return out;
}

GroupMessageView said(qint64 order, int id, int sender, const QString& name, const QString& text) {
    GroupMessageView out;
    out.id = messageId(id);
    out.group = test::group(1, {}, 0).id;
    out.order = order;
    out.sender = ContactId{sender};
    out.senderName = name;
    out.time = QDateTime::currentDateTime();
    out.text = text;
    return out;
}

GroupView family() {
    auto out = test::group(1, QStringLiteral("Family"), 1);
    for (const int id : {1, 2}) {
        client::GroupMemberView member;
        member.contact = ContactId{id};
        member.name = member.handle = id == 1 ? QStringLiteral("Anna") : QStringLiteral("Bo");
        member.joined = true;
        out.members << member;
    }
    return out;
}

QStringList readAloud(const GroupPane& pane) {
    QStringList out;
    const auto* model = pane.findChild<MessageList*>()->model();
    for (int row = 0; row < model->rowCount(); ++row)
        out << model->index(row, 0)
                   .data(Qt::AccessibleTextRole)
                   .toString()
                   .remove(QRegularExpression(QStringLiteral(", [^:]*:[^:]*(?=:)")));
    return out;
}

TEST(GroupPane, AMessageWithTheIdOfAnothersTakesNeitherItsPlaceNorItsName) {
    const sesame::test::FakeClock clock;
    WrittenGroups groups;
    groups.rows << said(1, 7, 1, QStringLiteral("Anna"), QStringLiteral("lunch at one"));
    GroupPane::NearAsked nearAsked;
    GroupPane pane(clock, groups, nearAsked);
    pane.open(family());
    pane.add(said(2, 7, 2, QStringLiteral("Bo"), QStringLiteral("send me money")));
    EXPECT_EQ(readAloud(pane),
              (QStringList{QStringLiteral("Anna: lunch at one"), QStringLiteral("Bo: send me money")}));
}

TEST(GroupPane, OffersButtonsForWhatWaitsAndSaysWhichInvitationWasAnswered) {
    const sesame::test::FakeClock clock;
    WrittenGroups groups;
    auto asked = said(1, 9, 1, QStringLiteral("Anna"), {});
    asked.kind = client::MessageKind::Invitation;
    asked.invitation = test::invitation(1, QStringLiteral("打开计算器")).invitation;
    groups.waiting = asked;
    GroupPane::NearAsked nearAsked;
    GroupPane pane(clock, groups, nearAsked);
    pane.show();
    pane.open(family());
    pane.showAwaited(false);
    auto& card = *pane.findChild<AnswerCard*>();
    EXPECT_TRUE(card.isVisible());
    pane.showAwaited(true);
    EXPECT_FALSE(card.isVisible());
    pane.showAwaited(false);
    QSignalSpy answered(&pane, &GroupPane::answered);
    card.findChild<QPushButton*>(QStringLiteral("answerNoButton"))->click();
    ASSERT_EQ(answered.count(), 1);
    EXPECT_EQ(answered[0][0].value<MessageId>(), messageId(9));
    groups.waiting.reset();
    pane.showAwaited(false);
    EXPECT_FALSE(card.isVisible());
}

TEST(GroupPane, AsksAgainWhatWasMeantWhenTheGroupIsOpenedAgain) {
    const sesame::test::FakeClock clock;
    WrittenGroups groups;
    GroupPane::NearAsked nearAsked;
    GroupPane pane(clock, groups, nearAsked);
    pane.show();
    const auto family = app::family();
    const auto other = test::group(2, QStringLiteral("Choir"), 1);
    auto& card = *pane.findChild<NearCard*>();
    client::NearView near;
    near.question = 5;
    near.group = family.id;
    pane.open(other);
    pane.askNear(near);
    EXPECT_FALSE(card.isVisible());
    pane.open(family);
    EXPECT_TRUE(card.isVisible());
    pane.open(other);
    EXPECT_FALSE(card.isVisible());
    pane.open(family);
    QSignalSpy answered(&pane, &GroupPane::nearAnswered);
    card.findChild<QPushButton*>(QStringLiteral("nearNoButton"))->click();
    EXPECT_EQ(answered.count(), 1);
    EXPECT_EQ(answered[0][0].toULongLong(), 5U);
    pane.open(other);
    pane.open(family);
    EXPECT_FALSE(card.isVisible());
}

// Who is in it has just changed: the press was for the list before.
TEST(GroupPane, TakesNoAnswerForAMomentAfterTheListThatIsAskedAboutHasChanged) {
    const sesame::test::FakeClock clock;
    WrittenGroups groups;
    GroupPane::NearAsked nearAsked;
    GroupPane pane(clock, groups, nearAsked);
    pane.show();
    auto group = family();
    group.state = client::GroupState::Asked;
    group.version = 1;
    pane.open(group);
    auto* join = pane.findChild<QPushButton*>(QStringLiteral("joinGroupButton"));
    EXPECT_TRUE(join->isEnabled());
    group.version = 2;
    pane.refresh(group);
    EXPECT_FALSE(join->isEnabled());
    ASSERT_TRUE(QTest::qWaitFor([&] { return join->isEnabled(); }));
    QSignalSpy answered(&pane, &GroupPane::joinAnswered);
    join->click();
    ASSERT_EQ(answered.count(), 1);
    EXPECT_EQ(answered[0][1].toULongLong(), 2U);
}

}  // namespace
}  // namespace sesame::app
