// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composer.h"

#include "app/message_edit.h"
#include "support/fake_clock.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QClipboard>
#include <QInputMethodEvent>
#include <QMimeData>
#include <QPushButton>
#include <QTest>

namespace sesame::app {
namespace {

class Writing : public ::testing::Test {
  protected:
    Writing() {
        composer_.show();
        QObject::connect(&composer_, &Composer::sendWanted, &composer_,
                         [this](const QString& text, const client::Composition& how) {
                             sent_ << text;
                             paste_ << how.msSincePaste;
                             composer_.clear();
                         });
    }
    MessageEdit* edit() { return composer_.findChild<MessageEdit*>(); }
    void paste(const QString& text) {
        QApplication::clipboard()->setText(text);
        edit()->paste();
    }
    void preedit(const QString& letters, const QString& commit = {}) {
        QInputMethodEvent event(letters, {});
        event.setCommitString(commit);
        QApplication::sendEvent(edit(), &event);
    }

    sesame::test::FakeClock clock_;
    Composer composer_{clock_};
    QStringList sent_;
    QList<qint64> paste_;
};

TEST_F(Writing, EnterSendsAndShiftEnterBeginsANewLine) {
    QTest::keyClicks(edit(), QStringLiteral("one"));
    QTest::keyClick(edit(), Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClicks(edit(), QStringLiteral("two"));
    EXPECT_TRUE(sent_.isEmpty());
    QTest::keyClick(edit(), Qt::Key_Return);
    EXPECT_EQ(sent_, QStringList{QStringLiteral("one\ntwo")});
    EXPECT_TRUE(edit()->toPlainText().isEmpty());
}

TEST_F(Writing, TheSendButtonSends) {
    auto* send = composer_.findChild<QPushButton*>(QStringLiteral("sendButton"));
    EXPECT_FALSE(send->isEnabled());
    QTest::keyClicks(edit(), QStringLiteral("hello"));
    QTest::mouseClick(send, Qt::LeftButton);
    EXPECT_EQ(sent_, QStringList{QStringLiteral("hello")});
}

TEST_F(Writing, NothingButSpacesIsNotSent) {
    QTest::keyClicks(edit(), QStringLiteral("   "));
    QTest::keyClick(edit(), Qt::Key_Return);
    EXPECT_TRUE(sent_.isEmpty());
}

TEST_F(Writing, S16_SaysThatNothingWasPasted) {
    QTest::keyClicks(edit(), QStringLiteral("typed"));
    QTest::keyClick(edit(), Qt::Key_Return);
    EXPECT_EQ(paste_, QList<qint64>{-1});
}

TEST_F(Writing, S16_SaysHowLongAgoSomethingWasPasted) {
    paste(QStringLiteral("打开计算器"));
    clock_.advance(120);
    QTest::keyClick(edit(), Qt::Key_Return);
    paste(QStringLiteral("打开计算器"));
    clock_.advance(5000);
    QTest::keyClicks(edit(), QStringLiteral("x"));
    QTest::keyClick(edit(), Qt::Key_Return);
    EXPECT_EQ(paste_, (QList<qint64>{120, 5000}));
}

TEST_F(Writing, S16_AFreshMessageForgetsTheLastPaste) {
    paste(QStringLiteral("one"));
    QTest::keyClick(edit(), Qt::Key_Return);
    QTest::keyClicks(edit(), QStringLiteral("two"));
    QTest::keyClick(edit(), Qt::Key_Return);
    EXPECT_EQ(paste_.last(), -1);
}

TEST_F(Writing, PastingNeverSendsEvenWithALineBreak) {
    paste(QStringLiteral("打开计算器\n"));
    EXPECT_TRUE(sent_.isEmpty());
}

TEST_F(Writing, PastesPlainTextOnly) {
    auto* rich = new QMimeData;
    rich->setHtml(QStringLiteral("<b>bold</b>"));
    rich->setText(QStringLiteral("<b>bold</b>"));
    QApplication::clipboard()->setMimeData(rich);
    edit()->paste();
    EXPECT_EQ(edit()->toPlainText(), QStringLiteral("<b>bold</b>"));
}

TEST_F(Writing, AnUnfinishedSyllableIsNeverSent) {
    preedit(QStringLiteral("da'kai"));
    QTest::keyClick(edit(), Qt::Key_Return);
    QTest::mouseClick(composer_.findChild<QPushButton*>(QStringLiteral("sendButton")), Qt::LeftButton);
    EXPECT_TRUE(sent_.isEmpty());
    preedit({}, QStringLiteral("打开"));
    EXPECT_TRUE(sent_.isEmpty());
    QTest::keyClick(edit(), Qt::Key_Return);
    EXPECT_EQ(sent_, QStringList{QStringLiteral("打开")});
}

TEST_F(Writing, ADraftComesBackWithItsPaste) {
    paste(QStringLiteral("half"));
    const auto draft = composer_.draft();
    composer_.setDraft({});
    EXPECT_TRUE(edit()->toPlainText().isEmpty());
    clock_.advance(100);
    composer_.setDraft(draft);
    EXPECT_EQ(edit()->toPlainText(), QStringLiteral("half"));
    EXPECT_EQ(edit()->msSincePaste(), 100);
}

TEST_F(Writing, GrowsWithItsLinesUpToALimit) {
    const int one = edit()->height();
    edit()->setPlainText(QStringLiteral("1\n2\n3"));
    const int three = edit()->height();
    edit()->setPlainText(QStringLiteral("line\n").repeated(100));
    EXPECT_GT(three, one);
    EXPECT_LT(edit()->height(), one * 8);
}

TEST_F(Writing, IsClosedUntilTheOtherOneAccepts) {
    composer_.setClosed(QStringLiteral("wait"));
    EXPECT_FALSE(edit()->isEnabled());
    composer_.setClosed({});
    EXPECT_TRUE(edit()->isEnabled());
}

}  // namespace
}  // namespace sesame::app
