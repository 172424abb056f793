// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/content.h"
#include "integration/client/helped.h"
#include "integration/client/hostile.h"

namespace sesame::client {
namespace {

const RuleTerms kAtHub{{true, true}, trigger::JudgePlace::Hub};
const QString kWords = QStringLiteral("打开计算器");

struct AtHub : Helped {
    MessageId inviteAtHub(const QString& phrase = kWords) {
        return invite(phrase, trigger::LaunchProgram{"计算器"}, kAtHub);
    }
    bool isAsked(std::size_t times = 1) {
        return eventually([&] { return mum.consents.size() == times; });
    }
    bool isAskedNothing() {
        settle(400);
        return mum.consents.empty() && mum.nears.empty();
    }
    void sayNo() { ASSERT_TRUE(mum.client->answerConsent(mum.consents.back().question, false)); }
};

TEST_F(AtHub, TheHelpersProgramNeedNotRun) {
    inviteAtHub();
    anna.close();
    type(kWords);
    EXPECT_TRUE(isAsked());
}

TEST_F(AtHub, OnlyEqualWordsAreRecognised) {
    inviteAtHub(QStringLiteral("please open the calculator"));
    type(QStringLiteral("please open the calculater"));
    type(QStringLiteral("ok, please open the calculator"));
    EXPECT_TRUE(isAskedNothing());
    type(QStringLiteral("Please OPEN the  calculator!"));
    EXPECT_TRUE(isAsked());
}

TEST_F(AtHub, ARuleThatIsSavedAnewIsRecognisedByItsNewWords) {
    inviteAtHub();
    const QString other = QStringLiteral("蓝色大象跳舞");
    ASSERT_TRUE(
        anna.client->saveRule(mumAtAnna, rule, other, trigger::LaunchProgram{"计算器"}, nullptr, kAtHub));
    invite(rule);
    type(kWords);
    EXPECT_TRUE(isAskedNothing());
    type(other);
    EXPECT_TRUE(isAsked());
}

TEST_F(AtHub, ARuleStaysRecognisedWhenAnotherOneComesOrGoes) {
    inviteAtHub();
    const auto second = anna.client->saveRule(mumAtAnna, std::nullopt, QStringLiteral("蓝色大象跳舞"),
                                              trigger::LaunchProgram{"计算器"}, nullptr, kAtHub);
    ASSERT_TRUE(second);
    ASSERT_TRUE(anna.client->removeRule(mumAtAnna, *second));
    ASSERT_TRUE(anna.client->sendText(mumAtAnna, QStringLiteral("now")));
    ASSERT_TRUE(eventually([&] { return mum.says(annaAtMum, MessageKind::Text, QStringLiteral("now")); }));
    type(kWords);
    EXPECT_TRUE(isAsked());
}

TEST_F(AtHub, ARuleThatIsGoneIsNot) {
    const MessageId invitation = inviteAtHub();
    ASSERT_TRUE(anna.client->removeRule(mumAtAnna, rule));
    ASSERT_TRUE(eventually([&] { return mum.stateOf(invitation, annaAtMum) == InvitationState::Withdrawn; }));
    type(kWords);
    EXPECT_TRUE(isAskedNothing());
}

TEST_F(AtHub, AnotherPlaceIsAnotherPlace) {
    inviteAtHub();
    ASSERT_TRUE(anna.client->saveRule(mumAtAnna, rule, kWords, trigger::LaunchProgram{"计算器"}, nullptr,
                                      {{true, true}, trigger::JudgePlace::Receiver}));
    invite(rule);
    hub.kill();
    type(kWords);
    EXPECT_TRUE(isAsked()) << "at home no hub is needed";
}

TEST_F(AtHub, WhatIsSaidWhileTheHubIsAwayIsRecognisedWhenItIsBack) {
    inviteAtHub();
    hub.kill();
    ASSERT_TRUE(eventually([&] { return !mum.isOnline(); }));
    type(kWords);
    EXPECT_TRUE(isAskedNothing());
    hub.start();
    mum.client->connectNow();
    EXPECT_TRUE(isAsked());
    settle(400);
    EXPECT_EQ(mum.consents.size(), 1U);
}

TEST_F(AtHub, WhatWasSaidTooLongAgoIsNot) {
    inviteAtHub();
    hub.kill();
    ASSERT_TRUE(eventually([&] { return !mum.isOnline(); }));
    type(kWords);
    clock.advance(6LL * 60 * 1000);
    hub.start();
    mum.client->connectNow();
    ASSERT_TRUE(eventually([&] { return anna.says(mumAtAnna, MessageKind::Text, kWords); }));
    EXPECT_TRUE(isAskedNothing());
}

TEST_F(AtHub, NothingFromBeforeARestartIsRecognised) {
    inviteAtHub();
    hub.kill();
    ASSERT_TRUE(eventually([&] { return !mum.isOnline(); }));
    type(kWords);
    mum.close();
    hub.start();
    mum.open();
    ASSERT_TRUE(eventually([&] { return anna.says(mumAtAnna, MessageKind::Text, kWords); }));
    EXPECT_TRUE(isAskedNothing());
    type(kWords);
    EXPECT_TRUE(isAsked()) << "the key is still there";
}

TEST_F(AtHub, ANewInvitationWorksAfterABlockAndItsEnd) {
    const MessageId first = inviteAtHub();
    ASSERT_TRUE(mum.client->setBlocked(annaAtMum, true));
    ASSERT_TRUE(mum.client->setBlocked(annaAtMum, false));
    EXPECT_EQ(mum.stateOf(first, annaAtMum), InvitationState::Withdrawn);
    type(kWords);
    EXPECT_TRUE(isAskedNothing());
    invite(rule);
    type(kWords);
    EXPECT_TRUE(isAsked());
    sayNo();

    ASSERT_TRUE(anna.client->setBlocked(mumAtAnna, true));
    ASSERT_TRUE(anna.client->setBlocked(mumAtAnna, false));
    invite(rule);
    clock.advance(3'600'000);
    type(kWords);
    EXPECT_TRUE(isAsked(2));
}

/// What a client hands in, and what it says about a hub.
struct HubSeen : Lied {
    std::optional<RuleId> saveAtHub(const char* words) {
        const auto saved = mum.client->saveRule(liar, std::nullopt, QString::fromUtf8(words),
                                                trigger::LaunchProgram{"计算器"}, nullptr, kAtHub);
        EXPECT_TRUE(saved);
        return saved ? std::optional(*saved) : std::nullopt;
    }
    bool isTold(const char* words) {
        return eventually([&] { return mum.says(liar, MessageKind::Notice, QString::fromUtf8(words)); });
    }
};

struct NewHub : HubSeen {
    NewHub() { hub.mostTags = 256; }
    MessageId say(const char* words) {
        type(words);
        const MessageId id = mum.messages(liar, MessageKind::Text).back().id;
        EXPECT_TRUE(eventually([&] { return hub.latest<TextContent>()->first == id; }));
        return id;
    }
    void shareKey(const trigger::Rule& rule) {
        HubKeyContent key;
        key.epoch = 5;
        key.marks = {{TagReference{}, trigger::hashOf(trigger::sign(rule, hub.identity()))}};
        hub.say(key);
    }
};

TEST_F(NewHub, GetsATagOnlyWhileAnInvitationThatItJudgesIsOpen) {
    trigger::Rule one = rule();
    one.judgedAt = trigger::JudgePlace::Hub;
    shareKey(one);
    ASSERT_TRUE(caughtUp());
    EXPECT_FALSE(hub.tags.contains(say("good morning")));
    const MessageId open = inviteAndWait(one);
    const MessageId talk = say("good morning");
    const MessageId again = say("good morning");
    EXPECT_EQ(hub.tags.at(talk).size(), 32U);
    EXPECT_EQ(hub.tags.at(talk), hub.tags.at(again)) << "within one epoch equal words have equal tags";
    hub.say(InvitationAnswerContent{open, InvitationAnswerContent::Answer::Withdrawn});
    ASSERT_TRUE(eventually([&] { return mum.stateOf(open, liar) == InvitationState::Withdrawn; }));
    EXPECT_FALSE(hub.tags.contains(say("good morning")));
}

TEST_F(NewHub, GetsNoTagForARuleThatIsJudgedElsewhereOrGrantedByItsButtons) {
    trigger::Rule home = rule();
    trigger::Rule buttons = rule("蓝色大象跳舞");
    buttons.judgedAt = trigger::JudgePlace::Hub;
    buttons.ways = {false, true};
    shareKey(buttons);
    inviteAndWait(home);
    inviteAndWait(buttons);
    EXPECT_FALSE(hub.tags.contains(say("good morning")));
}

TEST_F(NewHub, GetsNeitherANumberOfRulesNorTwoTablesWithAnythingInCommon) {
    saveAtHub("蓝色大象跳舞");
    ASSERT_TRUE(eventually([&] { return hub.published.tags_size() > 0; }));
    const auto first = hub.published;
    EXPECT_EQ(first.tags_size(), 16);
    EXPECT_EQ(first.peer(), ScriptedHub::kHandle);
    const auto second = saveAtHub("紫色猴子洗碗机");
    ASSERT_TRUE(eventually([&] { return hub.published.SerializeAsString() != first.SerializeAsString(); }));
    EXPECT_EQ(hub.published.tags_size(), 16);
    for (const auto& old : first.tags())
        for (const auto& now : hub.published.tags()) {
            EXPECT_NE(old.tag(), now.tag());
            EXPECT_NE(old.reference(), now.reference());
        }
    const auto told = hub.latest<HubKeyContent>();
    ASSERT_TRUE(told);
    EXPECT_EQ(told->second.marks.size(), 2U);
    const auto before = hub.published;
    ASSERT_TRUE(mum.client->invite(liar, *second));
    ASSERT_TRUE(eventually([&] { return hub.latest<InvitationContent>().has_value(); }));
    EXPECT_EQ(hub.published.SerializeAsString(), before.SerializeAsString()) << "said once more, unchanged";
}

TEST_F(NewHub, GetsAnEmptyTableWhenTheLastRuleGoes) {
    const auto saved = saveAtHub("蓝色大象跳舞");
    ASSERT_TRUE(eventually([&] { return hub.published.tags_size() == 16; }));
    ASSERT_TRUE(mum.client->removeRule(liar, *saved));
    EXPECT_TRUE(eventually([&] { return hub.published.tags_size() == 0; }));
    EXPECT_TRUE(eventually([&] { return hub.latest<HubKeyContent>()->second.marks.empty(); }));
}

TEST_F(NewHub, ThatTakesNoMoreIsToldOfToTheHelper) {
    hub.tagsEnd = wire::pb::Refusal::TOO_MANY_TAGS;
    saveAtHub("蓝色大象跳舞");
    EXPECT_TRUE(isTold("recognises no more phrases"));
    EXPECT_EQ(mum.client->rules(liar, Direction::Outgoing).size(), 1) << "saved all the same";
}

TEST_F(NewHub, WhoseHelperTellsAnOlderKeyIsNotMisled) {
    trigger::Rule one = rule();
    one.judgedAt = trigger::JudgePlace::Hub;
    shareKey(one);
    inviteAndWait(one);
    const std::string before = hub.tags[say("good morning")];
    HubKeyContent older;
    older.epoch = 4;
    older.key.bytes.fill(std::byte{9});
    older.marks = {{TagReference{}, {}}};
    hub.say(older);
    ASSERT_TRUE(caughtUp());
    EXPECT_EQ(hub.tags[say("good morning")], before);
}

using OldHub = HubSeen;

TEST_F(OldHub, IsToldOfToTheHelperAndTheRuleStays) {
    const auto saved = saveAtHub("蓝色大象跳舞");
    EXPECT_TRUE(isTold("cannot recognise phrases"));
    EXPECT_FALSE(mum.client->hubRecognises());
    EXPECT_EQ(mum.client->rules(liar, Direction::Outgoing).size(), 1);
    EXPECT_EQ(hub.published.peer(), "") << "it would not know that frame";
    const std::size_t before = mum.messages(liar, MessageKind::Notice).size();
    ASSERT_TRUE(mum.client->invite(liar, *saved));
    EXPECT_TRUE(eventually([&] { return mum.messages(liar, MessageKind::Notice).size() == before + 1; }))
        << "once more with the invitation";
}

TEST_F(OldHub, ThatIsRenewedGetsTheTable) {
    saveAtHub("蓝色大象跳舞");
    ASSERT_TRUE(isTold("cannot recognise phrases"));
    hub.mostTags = 256;
    mum.close();
    mum.open();
    EXPECT_TRUE(eventually([&] { return hub.published.tags_size() == 16; }));
}

TEST_F(OldHub, GetsNoTags) {
    trigger::Rule one = rule();
    one.judgedAt = trigger::JudgePlace::Hub;
    HubKeyContent key;
    key.epoch = 5;
    key.marks = {{TagReference{}, trigger::hashOf(trigger::sign(one, hub.identity()))}};
    hub.say(key);
    inviteAndWait(one);
    type(kPhrase);
    ASSERT_TRUE(eventually([&] { return hub.latest<TextContent>().has_value(); }));
    EXPECT_TRUE(hub.tags.empty());
    settle();
    EXPECT_TRUE(mum.consents.empty());
}

}  // namespace
}  // namespace sesame::client
