// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewer_window.h"

#include "app/plain_label.h"
#include "app/save_picture.h"
#include "app/viewed_help.h"
#include "app/viewer_bar.h"
#include "hostile_strings.h"
#include "sample_help.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QMenu>
#include <QPushButton>
#include <QTest>

namespace sesame::app {
namespace {

using client::Pause;
using client::SessionEnd;
using test::FakeHelpSessions;
using test::viewed;
using trigger::RemoteLevel;

class Viewing : public ::testing::Test {
  protected:
    ViewerWindow* window() {
        for (auto* shown : QApplication::topLevelWidgets())
            if (auto* found = qobject_cast<ViewerWindow*>(shown); found && found->isVisible())
                return found;
        return nullptr;
    }
    QPushButton* button(const char* name) { return window()->findChild<QPushButton*>(QLatin1String(name)); }
    QString words(const char* name) { return window()->findChild<PlainLabel*>(QLatin1String(name))->text(); }
    QString card() {
        const auto* frame = window()->findChild<QWidget*>(QStringLiteral("viewerCard"));
        return frame->isVisible() ? words("viewerCardWords") : QString();
    }

    FakeHelpSessions sessions_;
    ViewedHelp help_{sessions_};
};

TEST_F(Viewing, OpensWithTheSessionAndShowsThePicture) {
    EXPECT_EQ(window(), nullptr);
    sessions_.view(viewed());
    ASSERT_NE(window(), nullptr);
    EXPECT_EQ(window()->windowTitle(), QStringLiteral("Screen of Grandma"));
    EXPECT_EQ(window()->picture().pictureSize(), QSize(640, 400));
    EXPECT_EQ(words("viewerLevel"), QStringLiteral("You see the screen · 25 minutes left"));
    EXPECT_TRUE(card().isEmpty());
}

TEST_F(Viewing, AsksForMoreAndSaysThatItHas) {
    sessions_.view(viewed());
    button("askControlButton")->click();
    button("askPointButton")->click();
    EXPECT_EQ(sessions_.wanted, (QStringList{QStringLiteral("ask 3"), QStringLiteral("ask 2")}));
    auto asked = viewed();
    asked.asked = RemoteLevel::Control;
    sessions_.view(asked);
    EXPECT_FALSE(button("askControlButton")->isEnabled());
    EXPECT_EQ(button("askControlButton")->text(), QStringLiteral("Asked; waiting for the answer"));
    sessions_.view(viewed(RemoteLevel::Control));
    EXPECT_TRUE(button("askControlButton")->isHidden());
    EXPECT_TRUE(button("askPointButton")->isHidden());
    EXPECT_FALSE(button("keysButton")->isHidden());
}

TEST_F(Viewing, SaysWhyThePictureStandsStill) {
    auto session = viewed(RemoteLevel::Control);
    session.connected = false;
    sessions_.view(session);
    QSet<QString> said{card()};
    EXPECT_TRUE(card().contains(QStringLiteral("Grandma")));
    session.connected = true;
    sessions_.view(session);
    EXPECT_TRUE(card().isEmpty());
    session.connected = false;
    sessions_.view(session);
    EXPECT_FALSE(said.contains(card()));  // interrupted is not the same as not yet there
    said.insert(card());
    session.connected = true;
    for (const auto pause : {Pause::Private, Pause::Question, Pause::User, Pause::Unseen}) {
        session.pause = pause;
        sessions_.view(session);
        EXPECT_FALSE(card().isEmpty());
        EXPECT_FALSE(said.contains(card()));
        said.insert(card());
    }
}

TEST_F(Viewing, StaysWithTheReasonWhenTheSessionEnds) {
    auto session = viewed(RemoteLevel::Control);
    sessions_.view(session);
    session.ended = SessionEnd::Stopped;
    sessions_.view(session);
    sessions_.others.clear();
    EXPECT_EQ(card(), QStringLiteral("Grandma has ended the help."));
    EXPECT_EQ(button("leaveButton")->text(), QStringLiteral("Close"));
    button("leaveButton")->click();
    EXPECT_EQ(window(), nullptr);
    EXPECT_TRUE(sessions_.wanted.isEmpty());
}

TEST_F(Viewing, LeavesWithoutAQuestionWhenItIsClosed) {
    sessions_.view(viewed());
    window()->close();
    EXPECT_EQ(window(), nullptr);
    EXPECT_EQ(sessions_.wanted, QStringList{QStringLiteral("leave")});
}

TEST_F(Viewing, HandsCopiedTextOverOnlyOnRequest) {
    QApplication::clipboard()->setText(QStringLiteral("一段话"));
    sessions_.view(viewed());
    EXPECT_TRUE(sessions_.wanted.isEmpty());
    const auto actions = button("copiedTextButton")->menu()->actions();
    ASSERT_EQ(actions.size(), 2);
    actions[0]->trigger();
    actions[1]->trigger();
    EXPECT_EQ(sessions_.wanted,
              (QStringList{QStringLiteral("ask clipboard"), QStringLiteral("offer 一段话")}));
    Q_EMIT sessions_.clipboardReceived(client::ContactId{2}, QStringLiteral("theirs"));
    EXPECT_EQ(QApplication::clipboard()->text(), QStringLiteral("theirs"));
    EXPECT_FALSE(words("viewerNews").isEmpty());
}

TEST_F(Viewing, TellsThatCopiedTextWasAskedForAndThatNoneCame) {
    sessions_.view(viewed());
    button("copiedTextButton")->menu()->actions()[0]->trigger();
    EXPECT_EQ(words("viewerNews"), QStringLiteral("Asked; waiting for the answer"));
    Q_EMIT sessions_.clipboardWithheld(client::ContactId{2});
    EXPECT_EQ(words("viewerNews"), QStringLiteral("They have not given you their copied text."));
}

// All windows are made anew at another text size, on the same picture.
TEST_F(Viewing, ShowsAllScreensAgainInAWindowThatIsMadeAnew) {
    auto session = viewed();
    session.monitors = {{"left", {0, 0, 320, 400}, true}, {"right", {320, 0, 320, 400}, false}};
    sessions_.view(session);
    Q_EMIT window()->bar().partChosen({320, 0, 320, 400});
    ASSERT_EQ(sessions_.picture->shown, (desktop::Rect{320, 0, 320, 400}));
    ViewerWindow anew;
    anew.setViewer(sessions_.picture);
    EXPECT_EQ(sessions_.picture->shown, desktop::Rect());
}

TEST_F(Viewing, OffersAChoiceOfMonitorsWhereThereAreSeveral) {
    auto session = viewed();
    sessions_.view(session);
    auto* box = window()->findChild<QComboBox*>(QStringLiteral("monitorBox"));
    EXPECT_TRUE(box->isHidden());
    session.monitors = {{"<b>left", {0, 0, 320, 400}, true}, {"right", {320, 0, 320, 400}, false}};
    sessions_.view(session);
    EXPECT_FALSE(box->isHidden());
    ASSERT_EQ(box->count(), 3);
    EXPECT_EQ(box->itemText(1), QStringLiteral("Screen 1 (main)"));
    box->setCurrentIndex(2);
    Q_EMIT box->activated(2);
    EXPECT_EQ(sessions_.picture->shown, (desktop::Rect{320, 0, 320, 400}));
    EXPECT_EQ(window()->picture().snapshot().width(), 320);
}

TEST_F(Viewing, SendsKeysThatThisDesktopWouldTake) {
    sessions_.view(viewed(RemoteLevel::Control));
    button("keysButton")->menu()->actions()[1]->trigger();
    const std::vector<std::pair<desktop::KeySymbol, bool>> altTab{
        {0xffe9, true}, {0xff09, true}, {0xff09, false}, {0xffe9, false}};
    EXPECT_EQ(sessions_.picture->keys, altTab);
}

TEST_F(Viewing, TakesTheWholeScreenAndGivesItBack) {
    sessions_.view(viewed(RemoteLevel::Control));
    window()->activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(window()));
    button("fullScreenButton")->click();
    EXPECT_TRUE(window()->isFullScreen());
    EXPECT_FALSE(window()->bar().isVisible());
    EXPECT_EQ(QWidget::keyboardGrabber(), &window()->picture());
    ASSERT_TRUE(button("leaveFullScreenButton")->isVisible());
    button("leaveFullScreenButton")->click();
    EXPECT_FALSE(window()->isFullScreen());
    EXPECT_TRUE(window()->bar().isVisible());
    EXPECT_EQ(QWidget::keyboardGrabber(), nullptr);
}

TEST_F(Viewing, TheToolbarWorksWithKeysAlone) {
    sessions_.view(viewed(RemoteLevel::Control));
    auto& picture = window()->picture();
    window()->activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(window()));
    picture.setFocus();
    QTest::keyClick(&picture, Qt::Key_Home, Qt::ControlModifier | Qt::AltModifier);
    EXPECT_TRUE(qobject_cast<QPushButton*>(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    EXPECT_TRUE(picture.hasFocus());
}

TEST_F(Viewing, ShowsFiguresOnDemand) {
    sessions_.view(viewed());
    EXPECT_FALSE(window()->findChild<QWidget*>(QStringLiteral("viewerFigures"))->isVisible());
    button("figuresButton")->click();
    EXPECT_EQ(words("viewerFigures"),
              QStringLiteral("25 pictures a second · 340 kB a second · delay 4.2 ms · sharp"));
}

// S49
TEST_F(Viewing, S49_HostileNamesStayOneLineOfPlainText) {
    for (const auto& name : test::hostileStrings()) {
        auto session = viewed();
        session.receiverName = name;
        session.pause = Pause::User;
        session.localHand = true;
        sessions_.view(session);
        EXPECT_FALSE(window()->windowTitle().contains(QLatin1Char('\n')));
        EXPECT_LE(window()->windowTitle().size(), 80);
        EXPECT_LE(card().size(), 400);
        for (const auto* label : window()->findChildren<QLabel*>())
            EXPECT_EQ(label->textFormat(), Qt::PlainText);
        const auto file = pictureFileName(name);
        EXPECT_FALSE(file.contains(QLatin1Char('/')));
        EXPECT_FALSE(file.startsWith(QLatin1Char('.')));
        EXPECT_LE(file.toUtf8().size(), 255);
    }
}

}  // namespace
}  // namespace sesame::app
