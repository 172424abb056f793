// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plain_label.h"
#include "app/plain_passage.h"
#include "app/style.h"
#include "asked_dialog.h"
#include "hostile_strings.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QExposeEvent>
#include <QLabel>
#include <QRadioButton>
#include <QScreen>
#include <QScrollBar>
#include <QWindow>
#include <random>

namespace sesame::app {
namespace {

using test::AskedDialog;

// M3, S22
TEST(ConsentDialog, M3_TypingAndClickingThroughItNeverMeansYes) {
    AskedDialog world;
    std::mt19937 dice(20260301);
    const std::vector<int> keys{Qt::Key_Y,     Qt::Key_Space, Qt::Key_Return,
                                Qt::Key_Enter, Qt::Key_Tab,   Qt::Key_J};
    int dialogs = 0;
    for (; dialogs < 200; ++dialogs) {
        world.ask();
        world.wait(int(dice() % 1400));
        for (int event = 0; event < 25 && world.gate_.question(); ++event) {
            // A third of the time the window manager has given the keyboard to the dialog after all.
            QWidget* keyboard = &world.writing_;
            if (dice() % 3 == 0)
                keyboard = world.dialog_.focusWidget() ? world.dialog_.focusWidget() : &world.dialog_;
            switch (dice() % 4) {
                case 0:
                    QTest::mouseClick(world.yesButton(), Qt::LeftButton);
                    break;
                case 1:
                    QTest::mouseDClick(world.yesButton(), Qt::LeftButton);
                    break;
                default:
                    QTest::keyClick(keyboard, Qt::Key(keys[dice() % keys.size()]));
                    break;
            }
            world.wait(int(dice() % 650));
        }
    }
    EXPECT_EQ(dialogs, 200);
    EXPECT_EQ(world.yes_, 0);
}

// M3
TEST(ConsentDialog, M3_ADeliberateClickAfterTheDelayWorksEveryTime) {
    AskedDialog world;
    for (int round = 0; round < 200; ++round) {
        world.ask();
        QTest::keyClick(&world.writing_, Qt::Key_Y);
        world.wait(1700);
        world.clickYes();
    }
    EXPECT_EQ(world.yes_, 200);
}

TEST(ConsentDialog, M3_TheKeyboardReachesYesDeliberately) {
    AskedDialog world;
    world.ask();
    world.dialog_.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&world.dialog_));
    world.wait(200);
    world.yesButton()->setFocus();
    world.wait(1600);
    QTest::keyClick(world.yesButton(), Qt::Key_Return);
    EXPECT_EQ(world.yes_, 0);
    world.wait(800);
    QTest::keyClick(world.yesButton(), Qt::Key_Space);
    EXPECT_EQ(world.yes_, 1);
}

// M4, S23
TEST(ConsentDialog, M4_YesIsDeadForOneAndAHalfSecondsAfterTheFirstFrame) {
    AskedDialog world;
    for (int round = 0; round < 20; ++round) {
        world.ask();
        world.wait(1450);
        world.clickYes();
        EXPECT_EQ(world.yes_, round);
        world.wait(700);
        world.clickYes();
        EXPECT_EQ(world.yes_, round + 1);
    }
}

// M4, S23
TEST(ConsentDialog, M4_TheDelayStartsAgainForSixCauses) {
    AskedDialog world;
    auto& dialog = world.dialog_;
    const auto expose = [&dialog](const QRegion& region) {
        QExposeEvent event(region);
        QCoreApplication::sendEvent(dialog.windowHandle(), &event);
    };
    const std::vector<std::function<void()>> causes{
        [&] { dialog.move(dialog.pos() + QPoint(7, 3)); },
        [&] { dialog.resize(dialog.size() + QSize(5, 5)); },
        [&] { expose(dialog.rect()); },  // was covered
        [&] {
            QEvent left(QEvent::WindowDeactivate);
            QCoreApplication::sendEvent(&dialog, &left);
        },
        [&] { Q_EMIT dialog.windowHandle()->screenChanged(QGuiApplication::primaryScreen()); },
        [&] {
            dialog.hide();  // another workspace
            dialog.show();
            QTest::qWait(1);
        },
    };
    for (std::size_t cause = 0; cause < causes.size(); ++cause) {
        for (int round = 0; round < 20; ++round) {
            const int before = world.yes_;
            world.ask();
            world.wait(2000);
            ASSERT_EQ(world.gate_.untilArmed(), 0) << cause;
            causes[cause]();
            QCoreApplication::processEvents();
            EXPECT_GT(world.gate_.untilArmed().value_or(1500), 1400) << cause;
            world.clickYes();
            EXPECT_EQ(world.yes_, before) << cause;
            world.wait(1600);
            world.clickYes();
            EXPECT_EQ(world.yes_, before + 1) << cause;
        }
    }
}

TEST(ConsentDialog, S23_IsDeadWhileItCannotBeSeen) {
    AskedDialog world;
    world.ask();
    world.wait(2000);
    world.dialog_.hide();
    EXPECT_FALSE(world.gate_.untilArmed().has_value());
}

TEST(ConsentDialog, S22_LeavesTheKeyboardWhereItWas) {
    AskedDialog world;
    world.writing_.activateWindow();
    QTest::qWait(5);
    world.ask();
    EXPECT_TRUE(world.dialog_.testAttribute(Qt::WA_ShowWithoutActivating));
    EXPECT_FALSE(world.yesButton()->hasFocus());
    EXPECT_FALSE(world.noButton()->hasFocus());
    QTest::keyClicks(&world.writing_, QStringLiteral("yes please"));
    EXPECT_EQ(world.writing_.toPlainText(), QStringLiteral("yes please"));
    EXPECT_EQ(world.yes_ + world.no_, 0);
}

TEST(ConsentDialog, I3_HasNoDefaultButtonAndEscapeMeansNo) {
    AskedDialog world;
    world.ask();
    EXPECT_FALSE(static_cast<QPushButton*>(world.yesButton())->isDefault());
    EXPECT_FALSE(world.yesButton()->autoDefault());
    world.wait(3000);
    QTest::keyClick(&world.dialog_, Qt::Key_Return);
    EXPECT_EQ(world.yes_ + world.no_, 0);
    QTest::keyClick(&world.dialog_, Qt::Key_Escape);
    EXPECT_EQ(world.no_, 1);
    EXPECT_FALSE(world.dialog_.isVisible());
}

TEST(ConsentDialog, TypingElsewhereKeepsYesDead) {
    AskedDialog world;
    world.ask();
    for (int key = 0; key < 10; ++key) {
        world.wait(600);
        QTest::keyClick(&world.writing_, Qt::Key_A);
        EXPECT_GT(world.gate_.untilArmed().value_or(0), 0);
    }
    world.wait(700);
    EXPECT_EQ(world.gate_.untilArmed(), 0);
}

TEST(ConsentDialog, S37_OffersToBlockAfterThreeRefusals) {
    AskedDialog world;
    client::ConsentView question;
    question.refusals = 2;
    world.ask(question);
    auto* block = world.dialog_.findChild<QPushButton*>(QStringLiteral("blockButton"));
    EXPECT_FALSE(block->isVisible());
    question.refusals = 3;
    world.ask(question);
    EXPECT_TRUE(block->isVisible());
    EXPECT_EQ(block->text(), QStringLiteral("Block Anna"));
}

QList<QRadioButton*> timesOf(const QWidget& dialog) {
    QList<QRadioButton*> out;
    for (auto* button : dialog.findChildren<QRadioButton*>())
        if (button->isVisible())
            out << button;
    return out;
}

TEST(ConsentDialog, TheReceiverMayChooseLessTimeNeverMore) {
    AskedDialog world;
    client::ConsentView question;
    question.remote = trigger::RemoteControl{trigger::RemoteLevel::Look, 60};
    world.ask(question);
    const auto times = timesOf(world.dialog_);
    ASSERT_EQ(times.size(), 3);
    EXPECT_TRUE(times[2]->isChecked());
    world.wait(1600);
    QTest::mouseClick(times[0], Qt::LeftButton, {}, QPoint(10, times[0]->height() / 2));
    EXPECT_GT(world.gate_.untilArmed().value_or(0), 0);  // a press is a press
    world.wait(800);
    world.clickYes();
    EXPECT_EQ(world.yes_, 1);
    EXPECT_EQ(world.minutes_, 15);
}

TEST(ConsentDialog, AShareShowsTheWholePathAndMayBeShorter) {
    AskedDialog world;
    client::ConsentView question;
    question.share = trigger::ShareFolder{"/home/mum/Photos", {}, trigger::ShareLevel::Take, 60};
    question.target = QStringLiteral("/home/mum/Photos");
    world.ask(question);
    EXPECT_EQ(timesOf(world.dialog_).size(), 3 + 3);  // with those for days
    const auto passages = world.dialog_.findChildren<PlainPassage*>();
    EXPECT_TRUE(std::any_of(passages.begin(), passages.end(), [&](const PlainPassage* one) {
        return one->isVisible() && one->toPlainText() == question.target;
    }));
    world.wait(2500);
    world.clickYes();
    EXPECT_EQ(world.minutes_, 60);
}

TEST(ConsentDialog, ARiseLeavesTheTimeAsItIs) {
    AskedDialog world;
    client::ConsentView question;
    question.remote = trigger::RemoteControl{trigger::RemoteLevel::Control, 60};
    question.rise = true;
    world.ask(question);
    EXPECT_TRUE(timesOf(world.dialog_).isEmpty());
    world.wait(1600);
    world.clickYes();
    EXPECT_EQ(world.minutes_, 0);
}

void expectNothingOverlaps(const ConsentDialog& dialog) {
    const auto parts = dialog.findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly);
    for (const auto* one : parts)
        for (const auto* other : parts)
            EXPECT_FALSE(one != other && one->isVisible() && other->isVisible() &&
                         one->geometry().intersects(other->geometry()))
                << one->metaObject()->className() << " over " << other->metaObject()->className();
}

TEST(ConsentDialog, ALongQuestionInHugeTextFitsTheScreenAndCanBeReadWhole) {
    applyTextSize(QStringLiteral("huge"));
    AskedDialog world;
    client::ConsentView question;
    question.helperName = QStringLiteral("小明 Xiao Ming");
    question.sentence = QStringLiteral(
        "小明 Xiao Ming 想获取“重要文件 Important papers of the whole family since "
        "1968”里内容的副本，并给您留下"
        "文件，最多 60 分钟。您可以随时停止。");
    question.target =
        QStringLiteral("/home/grandma/Documents/重要文件 Important papers of the whole family since 1968");
    question.share = trigger::ShareFolder{};
    question.share->minutes = 60;
    question.refusals = 3;
    world.ask(question);
    const auto& dialog = world.dialog_;
    EXPECT_LE(dialog.height(), QGuiApplication::primaryScreen()->availableGeometry().height());
    expectNothingOverlaps(dialog);
    for (const auto* label : dialog.findChildren<PlainLabel*>())
        EXPECT_TRUE(label->isHidden() || !label->wordWrap() ||
                    label->height() >= label->heightForWidth(label->width()))
            << label->text().toStdString();
    for (const auto* passage : dialog.findChildren<PlainPassage*>())
        EXPECT_EQ(passage->verticalScrollBar()->maximum(), 0) << passage->toPlainText().toStdString();
    applyTextSize(QStringLiteral("normal"));
}

// S49, M40
TEST(ConsentDialog, S49_TwoHundredHostileTextsStayHarmless) {
    AskedDialog world;
    auto& dialog = world.dialog_;
    const auto hostile = test::hostileStrings();
    ASSERT_GE(hostile.size(), 200U);
    const auto room = QGuiApplication::primaryScreen()->availableGeometry();
    for (const auto& text : hostile) {
        client::ConsentView question;
        question.helperName = text;
        question.sentence = text;
        question.target = text;
        question.note = text;
        question.refusals = 3;
        world.ask(question);
        EXPECT_EQ(dialog.windowTitle(), QStringLiteral("Sesame asks you"));
        EXPECT_EQ(world.yesButton()->text(), QStringLiteral("Yes, do it"));
        EXPECT_EQ(world.noButton()->text(), QStringLiteral("No"));
        EXPECT_LE(dialog.width(), room.width());
        EXPECT_LE(dialog.height(), room.height());
        EXPECT_TRUE(dialog.rect().contains(world.yesButton()->geometry()));
        EXPECT_TRUE(dialog.rect().contains(world.noButton()->geometry()));
        EXPECT_FALSE(world.yesButton()->geometry().intersects(world.noButton()->geometry()));
        expectNothingOverlaps(dialog);
        for (const auto* label : dialog.findChildren<QLabel*>())
            EXPECT_EQ(label->textFormat(), Qt::PlainText);
        const auto block = dialog.findChild<QPushButton*>(QStringLiteral("blockButton"))->text();
        EXPECT_LE(block.size(), 80);
        EXPECT_EQ(block.count(QLatin1Char('&')) % 2, 0);
        EXPECT_FALSE(block.contains(QLatin1Char('\n')));
        // The whole target can be read, up to characters that steer the layout.
        for (auto* passage : dialog.findChildren<QPlainTextEdit*>())
            EXPECT_EQ(passage->toPlainText().size(), text.size());
        EXPECT_FALSE(dialog.grab().isNull());
    }
    EXPECT_EQ(world.yes_ + world.no_, 0);
}

}  // namespace
}  // namespace sesame::app
