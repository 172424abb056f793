// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/answer_card.h"

#include "app/meant_card.h"
#include "app/plain_label.h"
#include "sample_views.h"

#include <gtest/gtest.h>

#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <algorithm>

namespace sesame::app {
namespace {

client::MessageView withButtons(const QString& phrase) {
    auto out = test::invitation(1, phrase);
    out.invitation->ways = {true, true};
    return out;
}

QPushButton* button(QWidget& card, const char* name) {
    return card.findChild<QPushButton*>(QLatin1String(name));
}

// S20: two buttons, in this order, with our own words, whatever the other side sent.
TEST(AnswerCard, HasTwoButtonsOfOurs) {
    AnswerCard card;
    QList<std::pair<QString, bool>> answers;
    QObject::connect(&card, &AnswerCard::answered, &card, [&](const client::MessageView& what, bool yes) {
        answers.append({what.invitation->phrase, yes});
    });
    card.show(withButtons(QStringLiteral("<b>No</b>")), QStringLiteral("Yes"));
    EXPECT_EQ(card.findChildren<QPushButton*>().size(), 2);
    EXPECT_EQ(button(card, "answerYesButton")->text(), QStringLiteral("Yes"));
    EXPECT_EQ(button(card, "answerNoButton")->text(), QStringLiteral("No"));
    button(card, "answerYesButton")->click();
    EXPECT_TRUE(card.isHidden());
    card.show(withButtons(QStringLiteral("打开计算器")), QStringLiteral("Anna"));
    button(card, "answerNoButton")->click();
    EXPECT_EQ(answers.size(), 1) << "the second press of a double click";
    ASSERT_TRUE(QTest::qWaitFor([&] { return button(card, "answerNoButton")->isEnabled(); }));
    button(card, "answerNoButton")->click();
    EXPECT_EQ(answers, (QList<std::pair<QString, bool>>{{QStringLiteral("<b>No</b>"), true},
                                                        {QStringLiteral("打开计算器"), false}}));
}

TEST(AnswerCard, GoesOnWithAWishThatTheHelperSaidYesTo) {
    auto granted = withButtons(QStringLiteral("打开计算器"));
    granted.kind = client::MessageKind::Wish;
    AnswerCard card;
    const auto says = [&](const QString& words) {
        const auto labels = card.findChildren<PlainLabel*>();
        return std::ranges::any_of(labels, [&](const auto* one) { return one->text().contains(words); });
    };
    granted.direction = client::Direction::Outgoing;
    card.show(granted, QStringLiteral("Anna"));
    EXPECT_TRUE(says(QStringLiteral("Anna said yes to what you asked for.")));
    EXPECT_TRUE(says(QStringLiteral("Sesame asks once more")));
    granted.direction = client::Direction::Incoming;
    card.show(granted, QStringLiteral("Anna"));
    EXPECT_TRUE(says(QStringLiteral("Anna would like your help.")));
}

TEST(AnswerCard, AnswersOnce) {
    AnswerCard card;
    int answers = 0;
    QObject::connect(&card, &AnswerCard::answered, &card, [&] { ++answers; });
    card.show(withButtons(QStringLiteral("打开计算器")), QStringLiteral("Anna"));
    button(card, "answerYesButton")->click();
    button(card, "answerYesButton")->click();
    EXPECT_EQ(answers, 1);
}

// The press was on its way to the question before.
TEST(AnswerCard, TakesNoAnswerForAMomentAfterAnotherQuestionTookItsPlace) {
    QWidget window;
    auto* card = new AnswerCard(&window);
    int answers = 0;
    QObject::connect(card, &AnswerCard::answered, card, [&] { ++answers; });
    auto first = withButtons(QStringLiteral("打开计算器"));
    auto second = withButtons(QStringLiteral("打开相册"));
    first.id.value[0] = std::byte(1);
    second.id.value[0] = std::byte(2);
    card->show(first, QStringLiteral("Anna"));
    window.show();
    auto* yes = button(*card, "answerYesButton");
    yes->setFocus();
    card->show(first, QStringLiteral("Anna"));
    EXPECT_TRUE(yes->isEnabled());
    card->show(second, QStringLiteral("Bo"));
    yes->click();
    EXPECT_EQ(answers, 0);
    EXPECT_FALSE(card->isHidden());
    ASSERT_TRUE(QTest::qWaitFor([&] { return yes->isEnabled(); }));
    EXPECT_EQ(window.focusWidget(), yes);
    yes->click();
    EXPECT_EQ(answers, 1);
}

TEST(AnswerCard, SaysWhatAnInvitationSaysThatWaitsForAFile) {
    auto awaited = withButtons({});
    awaited.invitation->media = trigger::MediaKind::Picture;
    awaited.text = QStringLiteral("Please send me back this picture.");
    AnswerCard card;
    card.show(awaited, QStringLiteral("Anna"));
    EXPECT_EQ(button(card, "answerYesButton")->accessibleName(),
              QStringLiteral("Yes to “Please send me back this picture.”"));
}

TEST(AnswerCard, SaysWhatEachButtonAnswers) {
    AnswerCard card;
    card.show(withButtons(QStringLiteral("打开计算器")), QStringLiteral("Anna"));
    EXPECT_EQ(button(card, "answerYesButton")->accessibleName(), QStringLiteral("Yes to “打开计算器”"));
    EXPECT_EQ(button(card, "answerNoButton")->accessibleName(), QStringLiteral("No to “打开计算器”"));
    EXPECT_GE(button(card, "answerYesButton")->minimumHeight(), 44);
}

TEST(MeantCard, OffersWhatElseMayBeMeant) {
    MeantCard card;
    QList<int> answers;
    QObject::connect(&card, &MeantCard::answered, &card,
                     [&](quint64, int option) { answers.append(option); });
    const client::WishView wish{7,
                                client::ContactId{1},
                                QStringLiteral("Anna"),
                                {QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")}};
    card.ask(wish);
    button(card, "meantYesButton")->click();
    card.ask(wish);
    button(card, "meantNoButton")->click();
    card.ask(wish);
    button(card, "meantOthersButton")->click();
    auto* menu = card.findChild<QMenu*>(QStringLiteral("meantMenu"));
    ASSERT_TRUE(menu);
    ASSERT_EQ(menu->actions().size(), 2);
    menu->actions()[1]->trigger();
    EXPECT_EQ(answers, (QList<int>{0, -1, 2}));
    EXPECT_TRUE(card.isHidden());
}

}  // namespace
}  // namespace sesame::app
