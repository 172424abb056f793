// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/contact_model.h"
#include "app/message_model.h"
#include "app/plain_text.h"
#include "app/rule_model.h"
#include "sample_views.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>

namespace sesame::app {
namespace {

using test::contact;
using test::message;

QStringList names(const ContactModel& model) {
    QStringList out;
    for (int row = 0; row < model.rowCount(); ++row)
        out << model.at(row).name;
    return out;
}

TEST(ContactModel, ShowsRequestsFirstThenTheNewestAndHidesBlockedOnes) {
    ContactModel model;
    const QAbstractItemModelTester tester(&model);
    auto asks = contact(3, QStringLiteral("asks"), 900);
    asks.state = client::ContactState::Incoming;
    auto blocked = contact(4, QStringLiteral("blocked"), 1);
    blocked.state = client::ContactState::Blocked;
    model.setContacts(
        {contact(1, QStringLiteral("old"), 50), contact(2, QStringLiteral("new"), 5), asks, blocked});
    EXPECT_EQ(names(model),
              (QStringList{QStringLiteral("asks"), QStringLiteral("new"), QStringLiteral("old")}));
}

TEST(ContactModel, MovesSomebodyUpWhoWritesAndDropsWhoIsBlocked) {
    ContactModel model;
    const QAbstractItemModelTester tester(&model);
    model.setContacts({contact(1, QStringLiteral("a"), 10), contact(2, QStringLiteral("b"), 20),
                       contact(3, QStringLiteral("c"), 30)});
    model.change(contact(3, QStringLiteral("c"), 1));
    EXPECT_EQ(names(model), (QStringList{QStringLiteral("c"), QStringLiteral("a"), QStringLiteral("b")}));
    model.change(contact(3, QStringLiteral("c"), 25));
    EXPECT_EQ(names(model), (QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
    auto gone = contact(1, QStringLiteral("a"), 10);
    gone.state = client::ContactState::Blocked;
    model.change(gone);
    model.change(contact(9, QStringLiteral("z"), 0));
    EXPECT_EQ(names(model), (QStringList{QStringLiteral("z"), QStringLiteral("b"), QStringLiteral("c")}));
}

MessageModel::Loader pagesOf(int count) {
    return [count](qint64 before, int limit) {
        QList<client::MessageView> out;
        const int end = before == 0 ? count : int(before) - 1;
        for (int order = std::max(1, end - limit + 1); order <= end; ++order)
            out << message(order, QStringLiteral("message %1").arg(order));
        return out;
    };
}

TEST(MessageModel, LoadsTenThousandMessagesPageByPage) {
    MessageModel model;
    const QAbstractItemModelTester tester(&model);
    model.open(pagesOf(10'000));
    EXPECT_EQ(model.rowCount(), MessageModel::kPage);
    EXPECT_EQ(model.at(model.rowCount() - 1).order, 10'000);
    ASSERT_TRUE(model.loadOlder());
    EXPECT_EQ(model.rowCount(), 2 * MessageModel::kPage);
    EXPECT_EQ(model.at(0).order, 10'000 - 2 * MessageModel::kPage + 1);
    while (model.loadOlder()) {
    }
    EXPECT_EQ(model.rowCount(), 10'000);
    EXPECT_EQ(model.at(0).order, 1);
}

TEST(MessageModel, LoadsBackToWhatSomebodyLookedFor) {
    MessageModel model;
    const QAbstractItemModelTester tester(&model);
    model.open(pagesOf(1000));
    EXPECT_EQ(model.rowAt(321), -1);
    EXPECT_TRUE(model.loadTo(321));
    EXPECT_EQ(model.at(model.rowAt(321)).order, 321);
    const int loaded = model.rowCount();
    EXPECT_GE(loaded, 680);
    EXPECT_LT(loaded, 800);
    for (int row = 1; row < loaded; ++row)
        EXPECT_EQ(model.at(row).order, model.at(row - 1).order + 1);
    EXPECT_TRUE(model.loadTo(999));
    EXPECT_EQ(model.rowCount(), loaded) << "it was there already";
    EXPECT_FALSE(model.loadTo(2000));
    EXPECT_TRUE(model.loadTo(1));
    EXPECT_EQ(model.rowCount(), 1000);
    EXPECT_FALSE(model.loadTo(0));
}

TEST(MessageModel, AddsOnceAndChangesInPlace) {
    MessageModel model;
    const QAbstractItemModelTester tester(&model);
    model.open(pagesOf(3));
    auto own = message(4, QStringLiteral("mine"), true);
    model.add(own);
    own.delivery = client::Delivery::Read;
    model.add(own);
    model.change(message(77, QStringLiteral("not loaded")));
    ASSERT_EQ(model.rowCount(), 4);
    EXPECT_EQ(model.at(3).delivery, client::Delivery::Read);
    EXPECT_FALSE(deliveryWords(model.at(3)).isEmpty());
    EXPECT_TRUE(deliveryWords(model.at(0)).isEmpty());
}

TEST(MessageModel, BeginsADayWhereTheDateChanges) {
    MessageModel model;
    model.open([](qint64, int) {
        auto late = message(1, QStringLiteral("late"));
        late.time = QDateTime(QDate(2026, 3, 1), QTime(23, 59));
        auto early = message(2, QStringLiteral("early"));
        early.time = QDateTime(QDate(2026, 3, 2), QTime(0, 1));
        auto next = message(3, QStringLiteral("next"));
        next.time = early.time.addSecs(60);
        return QList{late, early, next};
    });
    EXPECT_TRUE(model.startsDay(0));
    EXPECT_TRUE(model.startsDay(1));
    EXPECT_FALSE(model.startsDay(2));
}

TEST(RuleModel, SaysWhatBecameOfARule) {
    RuleModel model(client::Direction::Outgoing);
    const QAbstractItemModelTester tester(&model);
    client::RuleView rule;
    rule.phrase = QStringLiteral("打开计算器");
    rule.delivered = true;
    client::RuleView bad = rule;
    bad.enabled = false;
    client::RuleView over = rule;
    over.until = QDateTime::currentDateTime().addSecs(-1);
    EXPECT_TRUE(isOver(over));
    EXPECT_FALSE(isOver(rule));
    model.setRules({rule, bad, over});
    const auto words = [&model](int row) { return model.index(row, RuleModel::State).data().toString(); };
    EXPECT_EQ(words(0), QStringLiteral("Delivered"));
    EXPECT_NE(words(0), words(1));
    EXPECT_EQ(words(2), QStringLiteral("Its time is over"));
}

TEST(PlainText, S49_OneLineHasNoBreaksControlsOrDirectionMarks) {
    const auto line = oneLine(QString::fromUtf8("a\nb\tc\u202Ed\u2028e\u0000f"), 100);
    EXPECT_EQ(line.left(9), QStringLiteral("a b c d e"));
    EXPECT_EQ(oneLine(QString(10'000, QLatin1Char('x')), 50).size(), 51);
    EXPECT_EQ(withoutMnemonic(QStringLiteral("R&D && &x")), QStringLiteral("R&&D &&&& &&x"));
    EXPECT_EQ(withoutControls(QStringLiteral("two\nlines")), QStringLiteral("two\nlines"));
}

}  // namespace
}  // namespace sesame::app
