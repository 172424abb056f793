// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/standing_page.h"

#include "app/conversation_header.h"
#include "app/duration_choice.h"
#include "hostile_strings.h"
#include "sample_shares.h"

#include "sesame/consent/grant.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>
#include <QTimer>

namespace sesame::app {
namespace {

using test::shareId;

client::StandingShareView standingShare(unsigned number, const QString& who, const QString& path) {
    client::StandingShareView out;
    out.id = shareId(number);
    out.contactName = who;
    out.hosted = true;
    out.path = path;
    out.name = path.section(QLatin1Char('/'), -1);
    out.level = trigger::ShareLevel::Take;
    return out;
}

QList<QPushButton*> endButtons(const StandingPage& page) {
    auto all = page.findChildren<QPushButton*>(QStringLiteral("endStandingButton"));
    all.removeIf([&](const QPushButton* button) { return !button->isVisibleTo(&page); });
    return all;
}

QString wordsOf(const QWidget& in, const char* label) {
    const auto* found = in.findChild<QLabel*>(QLatin1String(label));
    return found ? found->text() : QString();
}

TEST(StandingPage, SaysWhoMayOpenWhatHowFarAndUntilWhen) {
    test::FakeShares shares;
    shares.stand << standingShare(1, QStringLiteral("Anna"), QStringLiteral("/home/mum/Photos"));
    const StandingPage page(shares);
    EXPECT_EQ(wordsOf(page, "standingWho"), QStringLiteral("Anna may see and take what is in “Photos”"));
    EXPECT_EQ(wordsOf(page, "standingUntil"), QStringLiteral("Until you end it"));
    ASSERT_EQ(endButtons(page).size(), 1);
    EXPECT_EQ(endButtons(page)[0]->accessibleName(), QStringLiteral("End: Anna, Photos"));
}

TEST(StandingPage, EndsOneByItsButtonAndTheKeyboard) {
    test::FakeShares shares;
    shares.stand << standingShare(1, QStringLiteral("Anna"), QStringLiteral("/home/mum/Photos"))
                 << standingShare(2, QStringLiteral("Boris"), QStringLiteral("/home/mum/Letters"));
    const StandingPage page(shares);
    ASSERT_EQ(endButtons(page).size(), 2);
    EXPECT_NE(endButtons(page)[0]->focusPolicy() & Qt::TabFocus, 0);
    QTest::keyClick(endButtons(page)[0], Qt::Key_Space);
    ASSERT_EQ(shares.stand.size(), 1);
    EXPECT_EQ(shares.stand[0].id, shareId(2));
    ASSERT_EQ(endButtons(page).size(), 1);
    endButtons(page)[0]->click();
    EXPECT_TRUE(endButtons(page).isEmpty());
    EXPECT_TRUE(page.findChild<QLabel*>(QStringLiteral("noStandingShares"))->isVisibleTo(&page));
}

// What somebody else's computer shares cannot be had back without asking them, so this asks first.
TEST(StandingPage, GivesUpWhatOthersShareAfterOneQuestion) {
    test::FakeShares shares;
    shares.stand << standingShare(1, QStringLiteral("Anna"), QStringLiteral("/Photos"));
    shares.stand[0].hosted = false;
    shares.stand[0].path.clear();
    const StandingPage page(shares);
    EXPECT_TRUE(endButtons(page).isEmpty());
    EXPECT_TRUE(page.findChild<QLabel*>(QStringLiteral("noStandingShares"))->isVisibleTo(&page));
    EXPECT_EQ(wordsOf(page, "standingWho"), QStringLiteral("“Photos” of Anna"));
    EXPECT_EQ(wordsOf(page, "standingUntil"), QStringLiteral("Until one of you ends it"));
    auto* giveUp = page.findChild<QPushButton*>(QStringLiteral("giveUpStandingButton"));
    ASSERT_TRUE(giveUp);
    EXPECT_EQ(giveUp->accessibleName(), QStringLiteral("Give up: Anna, Photos"));
    const auto press = [&](const char* which) {
        QTimer::singleShot(0, giveUp, [which] {
            auto* question = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            ASSERT_TRUE(question);
            for (auto* button : question->buttons())
                if (button->text() == QLatin1String(which))
                    return button->click();
            FAIL() << "no such button";
        });
        giveUp->click();
    };
    press("Cancel");
    EXPECT_EQ(shares.stand.size(), 1);
    press("Give up");
    EXPECT_TRUE(shares.stand.isEmpty());
}

TEST(StandingPage, ShowsNamesAsPlainTextWhateverTheyAre) {
    for (const auto& text : test::hostileStrings()) {
        test::FakeShares shares;
        shares.stand << standingShare(1, text, QStringLiteral("/home/mum/") + text);
        const StandingPage page(shares);
        for (const auto* label : page.findChildren<QLabel*>()) {
            EXPECT_EQ(label->textFormat(), Qt::PlainText);
            EXPECT_FALSE(label->text().contains(QLatin1Char('\n')));
            EXPECT_FALSE(label->text().contains(QChar(0x202E)));
        }
    }
}

TEST(DurationChoice, OffersLongerTimesForSharesOnlyAndStartsWithAShortOne) {
    DurationChoice choice;
    choice.offer(60);
    choice.offerStanding(true);
    EXPECT_EQ(choice.minutes(), 60);
    EXPECT_EQ(choice.standingDays(), 0);
    choice.findChild<QRadioButton*>(QStringLiteral("days7Button"))->click();
    EXPECT_EQ(choice.standingDays(), 7);
    EXPECT_EQ(choice.minutes(), 0);
    choice.findChild<QRadioButton*>(QStringLiteral("days65535Button"))->click();
    EXPECT_EQ(choice.standingDays(), int(consent::kStandingUntilEnded));
    // The next question does not begin with what was chosen in the last one.
    choice.offer(60);
    choice.offerStanding(true);
    EXPECT_EQ(choice.standingDays(), 0);
    EXPECT_EQ(choice.minutes(), 60);
    choice.offerStanding(false);
    EXPECT_EQ(choice.standingDays(), 0);
}

TEST(ConversationHeader, OpensAgainWhatIsSharedWithThisUser) {
    ConversationHeader header;
    auto* button = header.findChild<QPushButton*>(QStringLiteral("standingButton"));
    EXPECT_TRUE(button->isHidden());
    auto share = standingShare(1, QStringLiteral("Anna"), QStringLiteral("/旅行照片"));
    header.setStanding({share});
    EXPECT_EQ(button->text(), QStringLiteral("Shared with you: 旅行照片"));
    std::vector<client::ShareId> wanted;
    QObject::connect(&header, &ConversationHeader::standingWanted,
                     [&](const client::ShareId& id) { wanted.push_back(id); });
    button->click();
    EXPECT_EQ(wanted, std::vector<client::ShareId>{shareId(1)});
    header.setStanding({});
    EXPECT_TRUE(button->isHidden());
}

}  // namespace
}  // namespace sesame::app
