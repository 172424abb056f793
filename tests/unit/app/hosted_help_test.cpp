// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hosted_help.h"

#include "app/go_on_question.h"
#include "app/help_banner.h"
#include "app/help_bar.h"
#include "app/offer_window.h"
#include "app/plain_label.h"
#include "app/pointer_arrow.h"
#include "app/safety_windows.h"
#include "app/yes_button.h"
#include "hostile_strings.h"
#include "sample_help.h"
#include "support/fake_clock.h"

#include <gtest/gtest.h>

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QPointer>
#include <QScreen>
#include <QTest>

namespace sesame::app {
namespace {

using client::HostedView;
using client::Pause;
using test::FakeHelpSessions;
using test::hosted;
using trigger::RemoteLevel;

class Hosted : public ::testing::Test {
  protected:
    template <typename Window>
    static Window* shown() {
        for (auto* window : QApplication::topLevelWidgets())
            if (auto* found = qobject_cast<Window*>(window); found && found->isVisible())
                return found;
        return nullptr;
    }
    static QString text(const QWidget& window, const char* name) {
        return window.findChild<PlainLabel*>(QLatin1String(name))->text();
    }
    static void press(const QWidget& window, const char* name) {
        QTest::mouseClick(window.findChild<QPushButton*>(QLatin1String(name)), Qt::LeftButton);
    }
    bool waitUntilSeen(bool seen) {
        return QTest::qWaitFor([&] { return sessions_.bannerSeen == seen; }, 5000);
    }

    sesame::test::FakeClock clock_;
    FakeHelpSessions sessions_;
    HelpBanners::Sight sight_ = HelpBanners::Sight::Whole;
    desktop::PressWatch::Hand hand_ = desktop::PressWatch::Hand::Device;
    HostedHelp help_{sessions_, clock_, [this](const QWidget&) { return sight_; },
                     [this] { return std::make_unique<test::FakePressWatch>(hand_); }};
};

TEST_F(Hosted, ShowsABannerForAsLongAsTheSessionRuns) {
    EXPECT_EQ(shown<HelpBanner>(), nullptr);
    sessions_.host(hosted());
    auto* banner = shown<HelpBanner>();
    ASSERT_NE(banner, nullptr);
    EXPECT_EQ(text(*banner, "bannerWho"), QStringLiteral("Anna sees your screen"));
    EXPECT_TRUE(text(*banner, "bannerState").contains(QStringLiteral("25 minutes left")));
    EXPECT_EQ(banner->geometry().top(), QGuiApplication::primaryScreen()->geometry().top());
    sessions_.host(std::nullopt);
    EXPECT_EQ(shown<HelpBanner>(), nullptr);
}

// S27
TEST_F(Hosted, S27_TheBannerCannotBeClosedAndStaysOutOfTheWindowManagersHands) {
    sessions_.host(hosted());
    auto* banner = shown<HelpBanner>();
    ASSERT_NE(banner, nullptr);
    banner->close();
    EXPECT_TRUE(banner->isVisible());
    const auto flags = banner->windowFlags();
    EXPECT_TRUE(flags & Qt::X11BypassWindowManagerHint);
    EXPECT_TRUE(flags & Qt::WindowStaysOnTopHint);
    EXPECT_TRUE(flags & Qt::WindowDoesNotAcceptFocus);
}

TEST_F(Hosted, SaysEveryStateInWords) {
    auto session = hosted(RemoteLevel::Control);
    sessions_.host(session);
    auto* banner = shown<HelpBanner>();
    ASSERT_NE(banner, nullptr);
    QSet<QString> states{text(*banner, "bannerState")};
    const auto differs = [&](const HostedView& view) {
        sessions_.host(view);
        const auto words = text(*banner, "bannerState");
        EXPECT_FALSE(states.contains(words)) << words.toStdString();
        states.insert(words);
    };
    for (const auto pause : {Pause::Private, Pause::Question, Pause::User, Pause::Unseen}) {
        session.pause = pause;
        differs(session);
    }
    session.pause = Pause::None;
    session.localHand = true;
    differs(session);
    session.connected = false;
    differs(session);
}

// M13: the press itself, not the release.
TEST_F(Hosted, M13_StopIsAskedForAtThePress) {
    sessions_.host(hosted());
    auto* stop = shown<HelpBanner>()->findChild<QPushButton*>(QStringLiteral("bannerStopButton"));
    QTest::mousePress(stop, Qt::LeftButton);
    EXPECT_EQ(sessions_.wanted, QStringList{QStringLiteral("stop")});
}

// A screen reader presses without an event that could outlive the button.
TEST_F(Hosted, TheBannerOutlivesThePressThatEndsTheSession) {
    sessions_.host(hosted());
    const QPointer<HelpBanner> banner = shown<HelpBanner>();
    auto* stop = banner->findChild<QPushButton*>(QStringLiteral("bannerStopButton"));
    bool outlived = false;
    QObject::connect(stop, &QPushButton::pressed, &help_, [&] {
        sessions_.host(std::nullopt);
        outlived = banner && !banner->isVisible();
    });
    QAccessible::queryAccessibleInterface(stop)->actionInterface()->doAction(
        QAccessibleActionInterface::pressAction());
    EXPECT_TRUE(QTest::qWaitFor([&] { return outlived; }, 5000));
    EXPECT_TRUE(QTest::qWaitFor([&] { return !banner; }, 5000));
}

TEST_F(Hosted, PausesAndGoesOn) {
    auto session = hosted();
    sessions_.host(session);
    press(*shown<HelpBanner>(), "bannerPauseButton");
    session.pause = Pause::User;
    sessions_.host(session);
    press(*shown<HelpBanner>(), "bannerPauseButton");
    EXPECT_EQ(sessions_.wanted, (QStringList{QStringLiteral("pause"), QStringLiteral("go on")}));
}

// S27, M16: not to be seen for a second pauses; to be seen again goes on.
TEST_F(Hosted, S27_SaysWhenTheBannerCannotBeSeen) {
    sessions_.host(hosted());
    EXPECT_TRUE(waitUntilSeen(true));
    sight_ = HelpBanners::Sight::Covered;
    EXPECT_TRUE(waitUntilSeen(false));
    sight_ = HelpBanners::Sight::Whole;
    EXPECT_TRUE(waitUntilSeen(true));
}

TEST_F(Hosted, ComesBackAfterItsMonitorHasChangedItsSize) {
    sessions_.host(hosted());
    auto* banner = shown<HelpBanner>();
    const auto place = banner->geometry();
    banner->move(300, 300);
    banner->settle();
    EXPECT_EQ(banner->geometry(), place);
}

// S49
TEST_F(Hosted, S49_HostileNamesDoNotTouchTheButtons) {
    for (const auto& name : test::hostileStrings()) {
        auto session = hosted(RemoteLevel::Control);
        session.helperName = name;
        sessions_.host(session);
        auto* banner = shown<HelpBanner>();
        ASSERT_NE(banner, nullptr);
        const auto room = banner->screen().geometry();
        EXPECT_LE(banner->width(), room.width());
        EXPECT_LE(banner->height(), room.height() / 2);
        banner->grab();  // lays it out
        for (const char* button : {"bannerStopButton", "bannerPauseButton"}) {
            const auto* found = banner->findChild<QPushButton*>(QLatin1String(button));
            EXPECT_TRUE(banner->rect().contains(found->geometry()));
            EXPECT_GE(found->width(), found->sizeHint().width());
        }
        sessions_.pointed({}, false);
        EXPECT_LE(shown<PointerArrow>()->width(), room.width());
        sessions_.host(std::nullopt);
    }
}

TEST_F(Hosted, PointsWhereTheHelperPoints) {
    sessions_.host(hosted(RemoteLevel::Point));
    Q_EMIT sessions_.pointed(QPoint(200, 150), false);
    auto* arrow = shown<PointerArrow>();
    ASSERT_NE(arrow, nullptr);
    EXPECT_TRUE(arrow->windowFlags() & Qt::WindowTransparentForInput);
    EXPECT_TRUE(arrow->geometry().contains(QPoint(202, 154)));
    const auto before = arrow->height();
    Q_EMIT sessions_.pointed(QPoint(200, 150), true);
    EXPECT_GT(arrow->height(), before);
    // At the lower right edge the arrow lies on the other side of its tip.
    const auto room = QGuiApplication::primaryScreen()->geometry();
    Q_EMIT sessions_.pointed(room.bottomRight() - QPoint(5, 5), false);
    EXPECT_LT(arrow->geometry().left(), room.right() - 30);
    EXPECT_LT(arrow->geometry().top(), room.bottom() - 30);
}

TEST_F(Hosted, TheArrowGoesAwayWhenItRests) {
    sessions_.host(hosted(RemoteLevel::Point));
    Q_EMIT sessions_.pointed(QPoint(200, 150), false);
    ASSERT_NE(shown<PointerArrow>(), nullptr);
    EXPECT_TRUE(QTest::qWaitFor([] { return !shown<PointerArrow>(); }, 3 * PointerArrow::kRestMs));
}

TEST_F(Hosted, TheClipboardIsTouchedOnlyWhenTheSessionSaysSo) {
    QApplication::clipboard()->setText(QStringLiteral("秘密"));
    sessions_.host(hosted());
    EXPECT_TRUE(sessions_.wanted.isEmpty());
    Q_EMIT sessions_.clipboardWanted();
    EXPECT_EQ(sessions_.wanted, QStringList{QStringLiteral("give 秘密")});
    Q_EMIT sessions_.clipboardOffered(QStringLiteral("from Anna"));
    EXPECT_EQ(QApplication::clipboard()->text(), QStringLiteral("from Anna"));
}

class GoOn : public Hosted {
  protected:
    GoOn() {
        auto session = hosted(RemoteLevel::Control);
        session.goOnAsked = true;
        sessions_.host(session);
        question_ = shown<GoOnQuestion>();
        EXPECT_TRUE(question_ && QTest::qWaitForWindowExposed(question_));
        QTest::qWait(0);
    }
    void askAgain() {
        auto session = *sessions_.session;
        session.goOnAsked = false;
        sessions_.host(session);
        session.goOnAsked = true;
        sessions_.host(session);
        EXPECT_TRUE(QTest::qWaitForWindowExposed(question_));
        QTest::qWait(0);
    }
    void wait(int ms) {
        clock_.advance(ms);
        question_->follow();
    }
    GoOnQuestion* question_;
};

// M17
TEST_F(GoOn, M17_AsksCarefullyAndBothAnswersArrive) {
    ASSERT_NE(question_, nullptr);
    EXPECT_FALSE(question_->findChild<YesButton*>()->alive());
    press(*question_, "yesButton");
    EXPECT_TRUE(sessions_.wanted.isEmpty());
    wait(2000);
    press(*question_, "yesButton");
    EXPECT_EQ(sessions_.wanted, QStringList{QStringLiteral("another time")});
    EXPECT_FALSE(question_->isVisible());
}

// M17, S22: the second time it is as careful as the first.
TEST_F(GoOn, M17_IsDeadAgainWhenItIsAskedAgain) {
    wait(2000);
    QTest::keyClick(question_, Qt::Key_Escape);
    EXPECT_EQ(sessions_.wanted, QStringList{QStringLiteral("no more")});
    sessions_.host(*sessions_.session);
    question_ = shown<GoOnQuestion>();
    ASSERT_NE(question_, nullptr);
    question_->follow();
    press(*question_, "yesButton");
    EXPECT_EQ(sessions_.wanted.size(), 1);
}

// S25
TEST_F(GoOn, S25_AProgramThatPressesYesGetsNothing) {
    hand_ = desktop::PressWatch::Hand::Program;
    askAgain();
    wait(2000);
    press(*question_, "yesButton");
    EXPECT_TRUE(sessions_.wanted.isEmpty());
    EXPECT_TRUE(question_->isVisible());
}

TEST_F(GoOn, GoesAwayWithTheSession) {
    sessions_.host(std::nullopt);
    EXPECT_FALSE(question_->isVisible());
}

// S24
TEST(SafetyWindows, S24_KnowEveryDialogOfOurs) {
    SafetyWindows windows;
    QStringList said;
    QObject::connect(&windows, &SafetyWindows::opened, &windows, [&said](bool open) {
        said << (open ? QStringLiteral("open") : QStringLiteral("closed"));
    });
    QWidget ordinary;
    ordinary.show();
    EXPECT_TRUE(said.isEmpty());
    QDialog first;
    auto second = std::make_unique<QDialog>();
    first.show();
    second->show();
    first.hide();
    EXPECT_EQ(said, QStringList{QStringLiteral("open")});
    second.reset();
    EXPECT_EQ(said, (QStringList{QStringLiteral("open"), QStringLiteral("closed")}));
}

// S24: one that is destroyed while it is open, as all are when the text size changes, shields no longer.
TEST(SafetyWindows, S24_ForgetEveryKindOfWindowThatIsGone) {
    SafetyWindows windows;
    const sesame::test::FakeClock clock;
    auto offer = std::make_unique<OfferWindow>(clock);
    offer->show();
    EXPECT_TRUE(windows.open());
    offer.reset();
    EXPECT_FALSE(windows.open());
}

TEST(HelpBar, OffersToTakeBackAPart) {
    HelpBar bar;
    bar.follow(std::nullopt);
    EXPECT_TRUE(bar.isHidden());
    bar.follow(hosted(RemoteLevel::Control));
    auto* look = bar.findChild<QPushButton*>(QStringLiteral("helpBarLookButton"));
    EXPECT_FALSE(look->isHidden());
    int wanted = 0;
    QObject::connect(&bar, &HelpBar::lookOnlyWanted, &bar, [&wanted] { ++wanted; });
    look->click();
    EXPECT_EQ(wanted, 1);
    bar.follow(hosted(RemoteLevel::Look));
    EXPECT_TRUE(look->isHidden());
}

}  // namespace
}  // namespace sesame::app
