// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "integration/client/helped.h"

namespace sesame::client {
namespace {

TEST_F(Helped, RunsWhatWasShownAfterADeliberateYes) {
    const MessageId invitation = invite(QStringLiteral("打开计算器"));
    type(QStringLiteral("打开计算器"));
    ASSERT_TRUE(eventually([&] { return mum.consents.size() == 1; }));
    EXPECT_EQ(mum.consents[0].sentence.count(QStringLiteral("Anna")), 1);
    EXPECT_TRUE(mum.consents[0].sentence.contains(QStringLiteral("“计算器”")));
    EXPECT_EQ(mum.consents[0].target, QStringLiteral("计算器 (calculator.desktop)"));
    EXPECT_TRUE(mum.launcher.started.empty());
    sayYes();
    ASSERT_TRUE(
        eventually([&] { return anna.says(mumAtAnna, MessageKind::Outcome, QStringLiteral("计算器")); }));
    EXPECT_EQ(mum.launcher.started, (std::vector<std::vector<std::string>>{{"calculator"}}));
    EXPECT_TRUE(mum.says(annaAtMum, MessageKind::Outcome, QStringLiteral("计算器")));
    EXPECT_EQ(mum.stateOf(invitation, annaAtMum), InvitationState::Used);
    EXPECT_EQ(anna.stateOf(invitation, mumAtAnna), InvitationState::Used);
    EXPECT_EQ(steps(mum), (std::vector<std::string>{"rule-received", "invited", "matched", "asked",
                                                    "answered", "used", "executed"}));
    EXPECT_TRUE(mum.client->audit().verify()->intact);
}

TEST_F(Helped, ReadsWhatWasOpenedAlsoAfterItsDeliveryAndARestart) {
    invite(QStringLiteral("打开计算器"));
    type(QStringLiteral("打开计算器"));
    ASSERT_TRUE(eventually([&] { return mum.consents.size() == 1; }));
    sayYes();
    ASSERT_TRUE(eventually([&] { return !anna.messages(mumAtAnna, MessageKind::Outcome).empty(); }));
    ASSERT_TRUE(anna.client->markRead(mumAtAnna));
    settle();
    for (Person* person : {&mum, &anna}) {
        const ContactId other = person == &mum ? annaAtMum : mumAtAnna;
        EXPECT_TRUE(person->says(other, MessageKind::Outcome, QStringLiteral("“计算器” was opened.")));
        person->close();
        person->open();
        EXPECT_TRUE(person->says(other, MessageKind::Outcome, QStringLiteral("“计算器” was opened.")));
    }
}

// I3, S22
TEST_F(Helped, RunsNothingForAYesThatComesTooEarly) {
    invite(QStringLiteral("打开计算器"));
    type(QStringLiteral("打开计算器"));
    ASSERT_TRUE(eventually([&] { return mum.consents.size() == 1; }));
    EXPECT_FALSE(mum.client->answerConsent(mum.consents[0].question, true));
    mum.client->gate().shownAnew();
    clock.advance(1000);
    const Status early = mum.client->answerConsent(mum.consents[0].question, true);
    ASSERT_FALSE(early);
    EXPECT_EQ(early.error().code, ErrorCode::Refused);
    EXPECT_TRUE(mum.client->openConsent());
    settle();
    EXPECT_TRUE(mum.launcher.started.empty());
}

TEST_F(Helped, RunsNothingAfterANoAndTellsTheHelper) {
    const MessageId invitation = invite(QStringLiteral("打开计算器"));
    type(QStringLiteral("打开计算器"));
    ASSERT_TRUE(eventually([&] { return mum.consents.size() == 1; }));
    ASSERT_TRUE(mum.client->answerConsent(mum.consents[0].question, false));
    EXPECT_TRUE(eventually([&] { return anna.stateOf(invitation, mumAtAnna) == InvitationState::Declined; }));
    EXPECT_EQ(mum.stateOf(invitation, annaAtMum), InvitationState::Declined);
    type(QStringLiteral("打开计算器"));
    settle();
    EXPECT_EQ(mum.consents.size(), 1U);
    EXPECT_TRUE(mum.launcher.started.empty());
    EXPECT_TRUE(mum.says(annaAtMum, MessageKind::Notice, QStringLiteral("no longer open")));
}

TEST_F(Helped, IsOnlyAskedWhetherTheyMeantItAfterASlip) {
    invite(QStringLiteral("please open the calculator"));
    type(QStringLiteral("please open the calculater"));
    ASSERT_TRUE(eventually([&] { return mum.nears.size() == 1; }));
    settle();
    EXPECT_TRUE(mum.consents.empty());
    ASSERT_TRUE(mum.client->answerNear(mum.nears[0].question, true));
    ASSERT_TRUE(eventually([&] { return mum.consents.size() == 1; }));
    sayYes();
    EXPECT_TRUE(eventually([&] { return mum.launcher.started.size() == 1; }));
}

TEST_F(Helped, IsLeftAloneAfterANoToTheNearMiss) {
    invite(QStringLiteral("please open the calculator"));
    type(QStringLiteral("please open the calculater"));
    ASSERT_TRUE(eventually([&] { return mum.nears.size() == 1; }));
    ASSERT_TRUE(mum.client->answerNear(mum.nears[0].question, false));
    EXPECT_FALSE(mum.client->answerNear(mum.nears[0].question, true));
    settle();
    EXPECT_TRUE(mum.consents.empty());
}

// S16
TEST_F(Helped, IsNotTakenAtAWordThatWasPastedAndSentAtOnce) {
    invite(QStringLiteral("打开计算器"));
    ASSERT_TRUE(mum.client->sendText(annaAtMum, QStringLiteral("打开计算器"), {100}));
    settle();
    EXPECT_TRUE(mum.consents.empty());
    EXPECT_TRUE(mum.says(annaAtMum, MessageKind::Notice, QStringLiteral("pasted")));
}

// I1, S04, S14: the helper's own words, and a question or a refusal, start nothing (S17).
TEST_F(Helped, StartsNothingByOtherWordsOrOtherPeople) {
    invite(QStringLiteral("打开计算器"));
    ASSERT_TRUE(anna.client->sendText(mumAtAnna, QStringLiteral("打开计算器")));
    ASSERT_TRUE(
        eventually([&] { return mum.says(annaAtMum, MessageKind::Text, QStringLiteral("打开计算器")); }));
    for (const char* words : {"不要打开计算器", "为什么要打开计算器？", "“打开计算器”是什么意思", "你好"})
        type(QString::fromUtf8(words));
    settle();
    EXPECT_TRUE(mum.consents.empty());
    EXPECT_TRUE(mum.nears.empty());
}

// S18: an equal rule of somebody else is another rule.
TEST_F(Helped, StartsNothingInTheWrongConversation) {
    Person eve{QStringLiteral("Eve"), clock};
    eve.join(hub);
    introduce(mum, eve);
    invite(QStringLiteral("打开计算器"));
    const ContactId eveAtMum = mum.friendNamed(QStringLiteral("Eve"));
    ASSERT_TRUE(mum.client->sendText(eveAtMum, QStringLiteral("打开计算器")));
    settle();
    EXPECT_TRUE(mum.consents.empty());
}

// S38
TEST_F(Helped, StartsNothingOnceTheInvitationIsOver) {
    const MessageId invitation = invite(QStringLiteral("打开计算器"));
    clock.advance(25LL * 3600 * 1000);
    type(QStringLiteral("打开计算器"));
    settle();
    EXPECT_TRUE(mum.consents.empty());
    mum.close();
    mum.open();
    EXPECT_EQ(mum.stateOf(invitation, annaAtMum), InvitationState::Expired);
}

// S38
TEST_F(Helped, SeesAnInvitationEndWithItsRule) {
    RuleTerms forADay;
    forADay.days = 1;
    const QString phrase = QStringLiteral("打开计算器");
    const MessageId first = invite(phrase, trigger::LaunchProgram{"计算器"}, forADay);
    const QDateTime end = anna.client->rules(mumAtAnna, Direction::Outgoing)[0].until;
    clock.advance(23LL * 3600 * 1000);
    const MessageId second = invite(phrase);
    ASSERT_NE(first, second);
    for (const auto& row : {mum.messages(annaAtMum, MessageKind::Invitation).back(),
                            anna.messages(mumAtAnna, MessageKind::Invitation).back()})
        EXPECT_EQ(row.invitation->expires, end);
    clock.advance(2LL * 3600 * 1000);
    type(phrase);
    EXPECT_FALSE(mum.client->pressInvitation(second, true));
    const auto third = anna.client->invite(mumAtAnna, rule);
    ASSERT_FALSE(third);
    EXPECT_EQ(third.error().code, ErrorCode::Expired);
    settle();
    EXPECT_TRUE(mum.consents.empty());
    for (Person* person : {&mum, &anna}) {
        person->close();
        person->open();
    }
    EXPECT_EQ(mum.stateOf(second, annaAtMum), InvitationState::Expired);
    EXPECT_EQ(anna.stateOf(second, mumAtAnna), InvitationState::Expired);
}

// S38
TEST_F(Helped, StartsNothingAfterTheClockWasSet) {
    invite(QStringLiteral("打开计算器"));
    clock.jumpWall(-3600 * 1000);
    type(QStringLiteral("打开计算器"));
    settle();
    EXPECT_TRUE(mum.consents.empty());
}

TEST_F(Helped, StartsNothingOnceTheHelperTookItBack) {
    const MessageId invitation = invite(QStringLiteral("打开计算器"));
    type(QStringLiteral("打开计算器"));
    ASSERT_TRUE(eventually([&] { return mum.consents.size() == 1; }));
    ASSERT_TRUE(anna.client->withdrawInvitation(invitation));
    ASSERT_TRUE(eventually([&] { return !mum.closed.empty(); }));
    EXPECT_EQ(mum.closed[0], consent::Answer::Withdrawn);
    EXPECT_EQ(mum.stateOf(invitation, annaAtMum), InvitationState::Withdrawn);
    type(QStringLiteral("打开计算器"));
    settle();
    EXPECT_EQ(mum.consents.size(), 1U);
}

TEST_F(Helped, ClosesTheQuestionWhenTheHelperIsBlocked) {
    invite(QStringLiteral("打开计算器"));
    type(QStringLiteral("打开计算器"));
    ASSERT_TRUE(eventually([&] { return mum.consents.size() == 1; }));
    ASSERT_TRUE(mum.client->setBlocked(annaAtMum, true));
    EXPECT_FALSE(mum.client->openConsent());
    EXPECT_TRUE(mum.launcher.started.empty());
}

TEST_F(Helped, HearsWhenTheProgramIsNotThere) {
    mum.programs.programs.clear();
    invite(QStringLiteral("打开计算器"));
    type(QStringLiteral("打开计算器"));
    EXPECT_TRUE(
        eventually([&] { return anna.says(mumAtAnna, MessageKind::Outcome, QStringLiteral("not found")); }));
    EXPECT_TRUE(mum.says(annaAtMum, MessageKind::Outcome, QStringLiteral("not found")));
    EXPECT_TRUE(mum.consents.empty());
}

// I2
TEST_F(Helped, RunsNothingThatChangedAfterItWasShown) {
    invite(QStringLiteral("打开计算器"));
    type(QStringLiteral("打开计算器"));
    ASSERT_TRUE(eventually([&] { return mum.consents.size() == 1; }));
    mum.programs.programs[0].fingerprint = "2";
    sayYes();
    ASSERT_TRUE(eventually([&] { return !mum.messages(annaAtMum, MessageKind::Outcome).empty(); }));
    EXPECT_TRUE(mum.launcher.started.empty());
}

TEST_F(Helped, MayHaveASettingChanged) {
    invite(QStringLiteral("把文字变大一点"), trigger::ImSettings{{}, "text-size", "large"});
    type(QStringLiteral("把文字变大一点"));
    ASSERT_TRUE(eventually([&] { return mum.consents.size() == 1; }));
    EXPECT_EQ(mum.client->setting(QStringLiteral("text-size")), QStringLiteral("normal"));
    EXPECT_EQ(mum.consents[0].target, QStringLiteral("Text size: Normal → Large"));
    EXPECT_TRUE(mum.consents[0].sentence.endsWith(QStringLiteral("Text size: Normal → Large")));
    sayYes();
    const QString changed = QStringLiteral("The setting “Text size” is “Large” now.");
    EXPECT_TRUE(eventually([&] { return anna.says(mumAtAnna, MessageKind::Outcome, changed); }));
    EXPECT_TRUE(mum.says(annaAtMum, MessageKind::Outcome, changed));
    EXPECT_EQ(mum.client->setting(QStringLiteral("text-size")), QStringLiteral("large"));
}

TEST_F(Helped, MayBeShownASettingsPage) {
    invite(QStringLiteral("看看外观设置"), trigger::ImSettings{"appearance", {}, {}});
    type(QStringLiteral("看看外观设置"));
    ASSERT_TRUE(eventually([&] { return mum.consents.size() == 1; }));
    EXPECT_EQ(mum.consents[0].target, QStringLiteral("Appearance"));
    sayYes();
    const QString shown = QStringLiteral("The settings page “Appearance” was shown.");
    EXPECT_TRUE(eventually([&] { return anna.says(mumAtAnna, MessageKind::Outcome, shown); }));
    EXPECT_EQ(mum.pages, QStringList{QStringLiteral("appearance")});
}

// S37, M11
TEST_F(Helped, IsNotAskedAgainWhileABackOffRuns) {
    for (int i = 0; i < 6; ++i) {
        invite(QStringLiteral("打开计算器"));
        type(QStringLiteral("打开计算器"));
        settle();
        if (const auto open = mum.client->openConsent()) {
            ASSERT_TRUE(mum.client->answerConsent(open->question, false));
        }
    }
    EXPECT_LE(mum.consents.size(), 3U);
    EXPECT_TRUE(mum.says(annaAtMum, MessageKind::Notice, QStringLiteral("short while ago")));
}

// I8: what was cut off is told, and never done twice.
TEST_F(Helped, HearsOfAHelpThatACrashCutOff) {
    const MessageId invitation = invite(QStringLiteral("打开计算器"));
    type(QStringLiteral("打开计算器"));
    ASSERT_TRUE(eventually([&] { return mum.consents.size() == 1; }));
    mum.client->gate().shownAnew();
    clock.advance(5000);
    ASSERT_TRUE(mum.client->answerConsent(mum.consents[0].question, true));
    mum.close();  // before the outcome has come back from the executors' thread
    mum.open();
    EXPECT_EQ(mum.stateOf(invitation, annaAtMum), InvitationState::Used);
    EXPECT_EQ(mum.messages(annaAtMum, MessageKind::Outcome).size(), 1U);
    EXPECT_LE(mum.launcher.started.size(), 1U);
}

}  // namespace
}  // namespace sesame::client
