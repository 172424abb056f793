// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/choice_dialog.h"
#include "app/composer.h"
#include "app/conversation_view.h"
#include "app/help_bar.h"
#include "app/invitation_card.h"
#include "app/message_edit.h"
#include "app/message_list.h"
#include "app/near_card.h"
#include "sample_help.h"
#include "sample_views.h"
#include "support/fake_clock.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QLayout>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>
#include <QToolButton>

namespace sesame::app {
namespace {

using test::contact;
using test::invitation;
using test::message;

class Talking : public ::testing::Test {
  protected:
    void open(QList<client::MessageView> messages) {
        view_.resize(700, 600);
        view_.open(contact(1, QStringLiteral("Anna"), 1), [messages](qint64 before, int) {
            return before == 0 ? messages : QList<client::MessageView>();
        });
        view_.show();
        QTest::qWait(1);
    }
    sesame::test::FakeClock clock_;
    ConversationView view_{clock_};
};

TEST_F(Talking, S16_CopyPutsThePhraseOnTheClipboardAndSendsNothing) {
    int sent = 0;
    QObject::connect(&view_.composer(), &Composer::sendWanted, &view_, [&sent] { ++sent; });
    open({invitation(1, QStringLiteral("打开计算器"))});
    auto* copy = view_.findChild<QPushButton*>(QStringLiteral("copyPhraseButton"));
    ASSERT_NE(copy, nullptr);
    QTest::mouseClick(copy, Qt::LeftButton);
    EXPECT_EQ(QApplication::clipboard()->text(), QStringLiteral("打开计算器"));
    EXPECT_TRUE(view_.findChild<MessageEdit*>()->toPlainText().isEmpty());
    EXPECT_EQ(sent, 0);
}

TEST_F(Talking, AUsedInvitationOffersNothingMore) {
    auto card = invitation(1, QStringLiteral("打开计算器"), true);
    open({card});
    auto* back = view_.findChild<QPushButton*>(QStringLiteral("takeBackButton"));
    EXPECT_TRUE(back->isVisible());
    card.invitation->state = client::InvitationState::Used;
    view_.messages().change(card);
    EXPECT_FALSE(back->isVisible());
}

TEST_F(Talking, EveryCardIsHighEnoughForItsText) {
    open({invitation(1, QString(64, QChar(0x5F00))), message(2, QStringLiteral("x"))});
    for (auto* card : view_.findChildren<InvitationCard*>())
        EXPECT_TRUE(!card->isVisible() || card->height() >= card->layout()->minimumSize().height());
}

TEST_F(Talking, KeepsTheEndInSightWhenTheListGetsSmaller) {
    QList<client::MessageView> many;
    for (int order = 1; order <= 60; ++order)
        many << message(order, QStringLiteral("message number %1").arg(order));
    open(many);
    auto* bar = view_.messages().verticalScrollBar();
    view_.resize(700, 400);
    QTest::qWait(1);
    EXPECT_EQ(bar->value(), bar->maximum());
    bar->setValue(bar->maximum() / 2);
    const int reading = bar->value();
    view_.resize(700, 360);
    QTest::qWait(1);
    EXPECT_EQ(bar->value(), reading);
}

TEST_F(Talking, FollowsNewMessagesOnlyWhenTheEndIsInSight) {
    QList<client::MessageView> many;
    for (int order = 1; order <= 60; ++order)
        many << message(order, QStringLiteral("message number %1").arg(order));
    open(many);
    auto* bar = view_.messages().verticalScrollBar();
    EXPECT_EQ(bar->value(), bar->maximum());
    view_.messages().add(message(61, QStringLiteral("new")));
    EXPECT_EQ(bar->value(), bar->maximum());
    bar->setValue(bar->maximum() / 2);
    const int reading = bar->value();
    view_.messages().add(message(62, QStringLiteral("newer")));
    EXPECT_EQ(bar->value(), reading);
}

TEST_F(Talking, TenThousandMessagesAreLaidOutQuickly) {
    QList<client::MessageView> many;
    for (int order = 1; order <= 10'000; ++order)
        many << message(
            order, QStringLiteral("message %1, with some words so that it needs a line or two").arg(order));
    QElapsedTimer timer;
    timer.start();
    open(many);
    EXPECT_LT(timer.elapsed(), 8000) << "laying out everything at once; a page of 50 is 200 times less";
    timer.restart();
    for (int order = 1; order <= 5; ++order)
        view_.messages().add(message(10'000 + order, QStringLiteral("one more")));
    EXPECT_LT(timer.elapsed() / 5, 500);
}

TEST_F(Talking, ANearQuestionDoesNotTakeTheKeyboard) {
    open({});
    auto* edit = view_.findChild<MessageEdit*>();
    edit->setFocus();
    client::NearView near;
    near.question = 7;
    near.phrase = QStringLiteral("打开计算器 <b>&%1");
    QList<bool> answers;
    QObject::connect(&view_.near(), &NearCard::answered, &view_, [&](quint64 question, bool yes) {
        EXPECT_EQ(question, 7U);
        answers << yes;
    });
    view_.near().ask(near);
    EXPECT_EQ(view_.focusWidget(), edit);
    QTest::keyClicks(edit, QStringLiteral("still writing"));
    QTest::keyClick(edit, Qt::Key_Space);
    EXPECT_TRUE(answers.isEmpty());
    QTest::mouseClick(view_.findChild<QPushButton*>(QStringLiteral("nearNoButton")), Qt::LeftButton);
    EXPECT_EQ(answers, QList<bool>{false});
    EXPECT_EQ(view_.focusWidget(), edit);
    EXPECT_FALSE(view_.near().isVisible());
}

TEST(ChoiceDialog, ChoosesNothingBeforehandAndAnswersOnce) {
    client::ChoiceView choice;
    choice.question = 3;
    choice.name = QStringLiteral("photo.jpg");
    choice.paths = {QStringLiteral("/home/a/photo.jpg"), QStringLiteral("/home/b/<b>photo.jpg")};
    QList<int> answers;
    auto* dialog = new ChoiceDialog(choice);
    QObject::connect(dialog, &ChoiceDialog::answered, dialog, [&](quint64, int index) { answers << index; });
    dialog->show();
    auto* take = dialog->findChild<QPushButton*>(QStringLiteral("takeButton"));
    EXPECT_FALSE(take->isEnabled());
    QTest::keyClick(dialog, Qt::Key_Return);
    EXPECT_TRUE(answers.isEmpty());
    auto* list = dialog->findChild<QListWidget*>();
    EXPECT_TRUE(list->selectedItems().isEmpty());
    list->setCurrentRow(1);
    QTest::mouseClick(take, Qt::LeftButton);
    EXPECT_EQ(answers, QList<int>{1});
}

TEST_F(Talking, ShowsWhatRunsWithThisContactAlone) {
    open({});
    auto session = test::hosted();
    auto* screen = view_.findChild<QPushButton*>(QStringLiteral("seeScreenButton"));
    view_.showHelp(session, false);
    EXPECT_TRUE(view_.helpBar().isVisible());
    EXPECT_FALSE(screen->isVisible());
    session.helper = client::ContactId{7};
    view_.showHelp(session, true);
    EXPECT_FALSE(view_.helpBar().isVisible());
    EXPECT_TRUE(screen->isVisible());
    int wanted = 0;
    QObject::connect(&view_, &ConversationView::screenWanted, &view_, [&wanted] { ++wanted; });
    screen->click();
    EXPECT_EQ(wanted, 1);
}

TEST_F(Talking, LetsTheToolsGoWithoutWordsWhereTheyDoNotFit) {
    open({});
    auto* rules = view_.findChild<QToolButton*>(QStringLiteral("rulesButton"));
    auto* screen = view_.findChild<QPushButton*>(QStringLiteral("seeScreenButton"));
    EXPECT_EQ(rules->toolButtonStyle(), Qt::ToolButtonTextBesideIcon);
    view_.resize(460, 600);
    view_.showHelp({}, true);
    QTest::qWait(1);
    EXPECT_EQ(rules->toolButtonStyle(), Qt::ToolButtonIconOnly);
    EXPECT_GE(screen->width(), screen->sizeHint().width());
    EXPECT_FALSE(rules->toolTip().isEmpty());
}

}  // namespace
}  // namespace sesame::app
