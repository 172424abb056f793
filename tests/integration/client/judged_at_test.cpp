// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/content.h"
#include "integration/client/helped.h"
#include "integration/client/hostile.h"

namespace sesame::client {
namespace {

constexpr trigger::Ways kBoth{true, true};

/// The same, wherever it is judged.
struct JudgedAt : Helped, testing::WithParamInterface<trigger::JudgePlace> {
    MessageId inviteHere(const QString& phrase) {
        return invite(phrase, trigger::LaunchProgram{"计算器"}, {kBoth, GetParam()});
    }
    bool isAsked() {
        return eventually([&] { return mum.consents.size() == 1; });
    }
};

TEST_P(JudgedAt, ThePhraseLeadsToTheQuestionAndAYesRunsIt) {
    const MessageId invitation = inviteHere(QStringLiteral("打开计算器"));
    type(QStringLiteral("打开計算器。"));
    ASSERT_TRUE(isAsked());
    sayYes();
    ASSERT_TRUE(eventually([&] { return !anna.messages(mumAtAnna, MessageKind::Outcome).empty(); }));
    EXPECT_EQ(mum.launcher.started.size(), 1U);
    EXPECT_EQ(mum.stateOf(invitation, annaAtMum), InvitationState::Used);
}

TEST_P(JudgedAt, ASlipOnlyAsksWhetherItWasMeant) {
    inviteHere(QStringLiteral("please open the calculator"));
    type(QStringLiteral("please open the calculater"));
    if (GetParam() == trigger::JudgePlace::Hub) {
        settle(400);
        EXPECT_TRUE(mum.nears.empty()) << "a hub knows equal words only";
        EXPECT_TRUE(mum.consents.empty());
        return;
    }
    ASSERT_TRUE(eventually([&] { return mum.nears.size() == 1; }));
    settle();
    EXPECT_TRUE(mum.consents.empty());
    ASSERT_TRUE(mum.client->answerNear(mum.nears[0].question, true));
    EXPECT_TRUE(isAsked());
}

TEST_P(JudgedAt, ANegationAndOrdinaryTalkDoNothing) {
    inviteHere(QStringLiteral("打开计算器"));
    type(QStringLiteral("不要打开计算器"));
    type(QStringLiteral("今天天气很好"));
    settle(400);
    EXPECT_TRUE(mum.consents.empty());
    EXPECT_TRUE(mum.nears.empty());
}

TEST_P(JudgedAt, AnsweredIsTheNewestInvitationToARule) {
    const MessageId older = inviteHere(QStringLiteral("打开计算器"));
    const MessageId newer = inviteHere(QStringLiteral("打开计算器"));
    EXPECT_EQ(mum.stateOf(older, annaAtMum), InvitationState::Expired);
    EXPECT_EQ(anna.stateOf(older, mumAtAnna), InvitationState::Expired);
    EXPECT_EQ(anna.stateOf(newer, mumAtAnna), InvitationState::Open);
    type(QStringLiteral("打开计算器"));
    ASSERT_TRUE(isAsked());
    sayYes();
    EXPECT_TRUE(eventually([&] { return anna.stateOf(newer, mumAtAnna) == InvitationState::Used; }));
}

TEST_P(JudgedAt, ATakenBackInvitationDoesNothing) {
    const MessageId invitation = inviteHere(QStringLiteral("打开计算器"));
    ASSERT_TRUE(anna.client->withdrawInvitation(invitation));
    ASSERT_TRUE(eventually([&] { return mum.stateOf(invitation, annaAtMum) == InvitationState::Withdrawn; }));
    type(QStringLiteral("打开计算器"));
    settle(400);
    EXPECT_TRUE(mum.consents.empty());
}

// S16
TEST_P(JudgedAt, WhatWasSentWithThePasteDoesNothing) {
    inviteHere(QStringLiteral("打开计算器"));
    ASSERT_TRUE(mum.client->sendText(annaAtMum, QStringLiteral("打开计算器"), Composition{50}));
    settle(400);
    EXPECT_TRUE(mum.consents.empty());
    EXPECT_TRUE(mum.says(annaAtMum, MessageKind::Notice, QStringLiteral("at the moment it was pasted")));
}

TEST_P(JudgedAt, TheButtonsWork) {
    const MessageId invitation = inviteHere(QStringLiteral("打开计算器"));
    ASSERT_TRUE(mum.client->pressInvitation(invitation, true));
    EXPECT_TRUE(isAsked());
}

INSTANTIATE_TEST_SUITE_P(EveryPlace, JudgedAt, testing::ValuesIn(trigger::kJudgePlaces),
                         [](const auto& place) { return trigger::name(place.param); });

TEST_F(Helped, WhatTheHelpersProgramJudgesWaitsForIt) {
    invite(QStringLiteral("打开计算器"), trigger::LaunchProgram{"计算器"},
           {kBoth, trigger::JudgePlace::Helper});
    anna.close();
    type(QStringLiteral("打开计算器"));
    settle(400);
    EXPECT_TRUE(mum.consents.empty());
    anna.open();
    EXPECT_TRUE(eventually([&] { return mum.consents.size() == 1; }));
}

/// Orders that lie.
struct LyingOrders : Lied {
    trigger::Rule judgedThere(const std::string& phrase = kPhrase) {
        trigger::Rule out = rule(phrase);
        out.judgedAt = trigger::JudgePlace::Helper;
        return out;
    }
    static RuleHash hashOf(const trigger::Rule& rule, const ScriptedHub& hub) {
        return trigger::hashOf(trigger::sign(rule, hub.identity()));
    }
    MessageId said(const char* words) {
        type(words);
        const auto rows = mum.messages(liar, MessageKind::Text);
        return rows.back().id;
    }
};

// I5, S05: an order is a hint; the receiver's own record decides.
TEST_F(LyingOrders, RunNothingThatWasNotSaid) {
    const trigger::Rule rule = judgedThere();
    const MessageId open = inviteAndWait(rule);
    const RuleHash hash = hashOf(rule, hub);
    const MessageId other = said("good morning");
    const MessageId refusal = said("不要打开计算器");
    RuleHash wrong = hash;
    wrong.value[0] ^= std::byte{1};
    hub.say(OrderContent{other, open, hash});
    hub.say(OrderContent{refusal, open, hash});
    hub.say(OrderContent{hub.random.messageId(), open, hash});
    hub.say(OrderContent{hub.say(TextContent{kPhrase}), open, hash});
    hub.say(OrderContent{open, open, hash});
    ASSERT_TRUE(caughtUp());
    const MessageId phrase = said(kPhrase);
    hub.say(OrderContent{phrase, open, wrong});
    hub.say(OrderContent{phrase, hub.random.messageId(), hash});
    ASSERT_TRUE(caughtUp());
    settle();
    EXPECT_TRUE(mum.consents.empty());
    EXPECT_TRUE(mum.nears.empty());
    EXPECT_TRUE(mum.launcher.started.empty());

    hub.say(OrderContent{phrase, open, hash});
    ASSERT_TRUE(eventually([&] { return mum.consents.size() == 1; }));
    for (int i = 0; i < 50; ++i)
        hub.say(OrderContent{phrase, open, hash});
    ASSERT_TRUE(caughtUp());
    settle();
    EXPECT_EQ(mum.consents.size(), 1U);
}

TEST_F(LyingOrders, RunNothingForARuleThatIsJudgedAtHome) {
    const trigger::Rule rule = this->rule("芝麻开门吧芝麻");
    const MessageId open = inviteAndWait(rule);
    const MessageId words = said("good morning");
    hub.say(OrderContent{words, open, hashOf(rule, hub)});
    ASSERT_TRUE(caughtUp());
    settle();
    EXPECT_TRUE(mum.consents.empty());
}

TEST_F(LyingOrders, RunNothingThatWasSaidTooLongAgo) {
    const trigger::Rule rule = judgedThere();
    const MessageId open = inviteAndWait(rule);
    const MessageId old = said(kPhrase);
    clock.advance(6LL * 60 * 1000);
    hub.say(OrderContent{old, open, hashOf(rule, hub)});
    ASSERT_TRUE(caughtUp());
    settle();
    EXPECT_TRUE(mum.consents.empty());
}

}  // namespace
}  // namespace sesame::client
