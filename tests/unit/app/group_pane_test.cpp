// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/group_pane.h"

#include "app/answer_card.h"
#include "app/message_list.h"
#include "sample_views.h"
#include "support/fake_clock.h"

#include <gtest/gtest.h>

#include <QPushButton>
#include <QSignalSpy>

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
    GroupPane pane(clock, groups);
    pane.open(family());
    pane.add(said(2, 7, 2, QStringLiteral("Bo"), QStringLiteral("send me money")));
    EXPECT_EQ(readAloud(pane),
              (QStringList{QStringLiteral("Anna: lunch at one"), QStringLiteral("Bo: send me money")}));
}

TEST(GroupPane, OffersTheButtonsOfWhomeverMayAskAndSaysWhichInvitationWasAnswered) {
    const sesame::test::FakeClock clock;
    WrittenGroups groups;
    auto asked = said(1, 9, 1, QStringLiteral("Anna"), {});
    asked.kind = client::MessageKind::Invitation;
    asked.invitation = test::invitation(1, QStringLiteral("打开计算器")).invitation;
    asked.invitation->ways.buttons = true;
    groups.rows << asked;
    GroupPane pane(clock, groups);
    pane.show();
    auto group = family();
    pane.open(group);
    pane.showAwaited(false);
    auto& card = *pane.findChild<AnswerCard*>();
    EXPECT_TRUE(card.isVisible());
    QSignalSpy answered(&pane, &GroupPane::answered);
    card.findChild<QPushButton*>(QStringLiteral("answerNoButton"))->click();
    ASSERT_EQ(answered.count(), 1);
    EXPECT_EQ(answered[0][0].value<MessageId>(), messageId(9));
    group.members[0].words = QStringLiteral("Anna has another key now than in this group.");
    pane.refresh(group);
    pane.showAwaited(false);
    EXPECT_FALSE(card.isVisible());
}

}  // namespace
}  // namespace sesame::app
