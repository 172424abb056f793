// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/wish_book.h"
#include "integration/client/helped.h"

namespace sesame::client {
namespace {

/// Mum asks Anna in her own words.
struct Wishes : Helped {
    /// Says it, and confirms what was understood. The wish, once Anna has it.
    MessageId wish(const QString& words, int option = 0) {
        type(words);
        EXPECT_EQ(mum.wishes.size(), 1U) << words.toStdString();
        if (mum.wishes.empty())
            return {};
        EXPECT_TRUE(mum.client->answerMeant(mum.wishes.back().question, option));
        EXPECT_TRUE(eventually([&] { return anna.messages(mumAtAnna, MessageKind::Wish).size() == 1; }));
        const auto rows = anna.messages(mumAtAnna, MessageKind::Wish);
        return rows.empty() ? MessageId{} : rows.front().id;
    }
};

TEST_F(Wishes, AreAskedOfTheHelperAnsweredAndThenConfirmedOnTheReceiversScreen) {
    const MessageId id = wish(QStringLiteral("帮我打开计算器"));
    ASSERT_EQ(mum.wishes.size(), 1U);
    EXPECT_EQ(mum.wishes[0].name, QStringLiteral("Anna"));
    EXPECT_TRUE(mum.wishes[0].options[0].contains(QStringLiteral("计算器")));
    const auto row = anna.messages(mumAtAnna, MessageKind::Wish).front();
    EXPECT_EQ(row.direction, Direction::Incoming);
    EXPECT_EQ(row.text, QStringLiteral("帮我打开计算器"));
    EXPECT_EQ(row.invitation->state, InvitationState::Asked);
    EXPECT_TRUE(row.invitation->command.contains(QStringLiteral("计算器")));
    EXPECT_EQ(mum.stateOf(id, annaAtMum), InvitationState::Asked);
    settle();
    EXPECT_TRUE(mum.consents.empty());

    ASSERT_TRUE(anna.client->answerWish(id, true));
    ASSERT_TRUE(eventually([&] { return mum.consents.size() == 1; }));
    EXPECT_TRUE(mum.launcher.started.empty());
    sayYes();
    ASSERT_TRUE(eventually([&] { return !anna.messages(mumAtAnna, MessageKind::Outcome).empty(); }));
    EXPECT_EQ(mum.launcher.started, (std::vector<std::vector<std::string>>{{"calculator"}}));
    EXPECT_EQ(mum.stateOf(id, annaAtMum), InvitationState::Used);
    EXPECT_EQ(anna.stateOf(id, mumAtAnna), InvitationState::Used);
    EXPECT_EQ(steps(mum), (std::vector<std::string>{"wish-understood", "wished", "wish-answered", "asked",
                                                    "answered", "used", "executed"}));
    EXPECT_EQ(steps(anna), (std::vector<std::string>{"wish-received", "wish-yes", "used", "outcome"}));
}

TEST_F(Wishes, ANoOfTheHelperIsToldAndNothingIsAsked) {
    const MessageId id = wish(QStringLiteral("帮我打开计算器"));
    ASSERT_TRUE(anna.client->answerWish(id, false));
    EXPECT_TRUE(eventually([&] { return mum.stateOf(id, annaAtMum) == InvitationState::Declined; }));
    EXPECT_TRUE(mum.says(annaAtMum, MessageKind::Notice, QStringLiteral("Anna cannot do this now")));
    EXPECT_EQ(anna.client->answerWish(id, true).error().code, ErrorCode::Expired);
    settle();
    EXPECT_TRUE(mum.consents.empty());
}

/// Anna said yes, and nobody was at Mum's screen when it asked.
struct MissedQuestions : Wishes {
    MessageId missed() {
        const MessageId id = wish(QStringLiteral("帮我打开计算器"));
        EXPECT_TRUE(anna.client->answerWish(id, true));
        EXPECT_TRUE(eventually([&] { return mum.consents.size() == 1; }));
        EXPECT_EQ(mum.client->awaited(annaAtMum), std::nullopt) << "while it is asked";
        mum.client->gate().shownAnew();
        clock.advance(consent::Gate::kTimeOutMs + 1);
        EXPECT_TRUE(eventually([&] { return !mum.client->openConsent(); }));
        return id;
    }
    bool waits(const MessageId& id) {
        const auto awaited = mum.client->awaited(annaAtMum);
        return awaited && awaited->id == id;
    }
};

TEST_F(MissedQuestions, CanBeGoneOnWith) {
    const MessageId id = missed();
    ASSERT_TRUE(waits(id));
    ASSERT_TRUE(mum.client->pressInvitation(id, true));
    ASSERT_TRUE(eventually([&] { return mum.consents.size() == 2; }));
    EXPECT_TRUE(mum.launcher.started.empty());
    sayYes();
    EXPECT_TRUE(eventually([&] { return anna.stateOf(id, mumAtAnna) == InvitationState::Used; }));
    EXPECT_EQ(mum.launcher.started.size(), 1U);
    EXPECT_FALSE(waits(id));
    EXPECT_EQ(mum.client->pressInvitation(id, true).error().code, ErrorCode::Expired);
}

TEST_F(MissedQuestions, CanBeAnsweredWithNo) {
    const MessageId id = missed();
    ASSERT_TRUE(mum.client->pressInvitation(id, false));
    EXPECT_TRUE(eventually([&] { return anna.stateOf(id, mumAtAnna) == InvitationState::Declined; }));
    EXPECT_FALSE(waits(id));
}

TEST_F(MissedQuestions, AreOverWithTheWish) {
    const MessageId id = missed();
    clock.advance(WishBook::kOpenMs);
    EXPECT_EQ(mum.client->pressInvitation(id, true).error().code, ErrorCode::Expired);
    settle();
    EXPECT_EQ(mum.consents.size(), 1U);
}

// S20, S21: the helper who granted it, and who has not, can press nothing.
TEST_F(MissedQuestions, AreForTheirWriterOnly) {
    const MessageId asked = wish(QStringLiteral("帮我打开计算器"));
    EXPECT_FALSE(mum.client->pressInvitation(asked, true)) << "not granted yet";
    ASSERT_TRUE(anna.client->answerWish(asked, true));
    ASSERT_TRUE(eventually([&] { return mum.consents.size() == 1; }));
    EXPECT_FALSE(anna.client->pressInvitation(asked, true));
    EXPECT_EQ(anna.client->awaited(mumAtAnna), std::nullopt);
}

TEST_F(Wishes, AreAnsweredByTypingYesOrNoAsTheNextMessage) {
    const MessageId id = wish(QStringLiteral("帮我打开计算器"));
    ASSERT_TRUE(anna.client->sendText(mumAtAnna, QStringLiteral("好的")));
    EXPECT_TRUE(eventually([&] { return mum.consents.size() == 1; }));
    EXPECT_TRUE(eventually([&] { return mum.says(annaAtMum, MessageKind::Text, QStringLiteral("好的")); }));
    EXPECT_EQ(mum.stateOf(id, annaAtMum), InvitationState::Open);
}

TEST_F(Wishes, AreNotAnsweredByAYesToSomethingElse) {
    const MessageId id = wish(QStringLiteral("帮我打开计算器"));
    ASSERT_TRUE(anna.client->sendText(mumAtAnna, QStringLiteral("等我先看看")));
    ASSERT_TRUE(anna.client->sendText(mumAtAnna, QStringLiteral("是")));
    settle();
    EXPECT_TRUE(mum.consents.empty());
    EXPECT_EQ(anna.stateOf(id, mumAtAnna), InvitationState::Asked);
}

TEST_F(Wishes, AreNotSentWhenTheirWriterMeantNothing) {
    type(QStringLiteral("帮我打开计算器"));
    ASSERT_EQ(mum.wishes.size(), 1U);
    ASSERT_TRUE(mum.client->answerMeant(mum.wishes[0].question, -1));
    EXPECT_EQ(mum.client->answerMeant(mum.wishes[0].question, 0).error().code, ErrorCode::Expired);
    settle();
    EXPECT_TRUE(anna.messages(mumAtAnna, MessageKind::Wish).empty());
}

TEST_F(Wishes, StayToBeConfirmedWhileOtherThingsAreSaid) {
    type(QStringLiteral("帮我打开计算器"));
    type(QStringLiteral("今天天气真不错"));
    ASSERT_EQ(mum.wishes.size(), 1U);
    ASSERT_TRUE(mum.client->answerMeant(mum.wishes[0].question, 0));
    EXPECT_TRUE(eventually([&] { return anna.messages(mumAtAnna, MessageKind::Wish).size() == 1; }));
}

TEST_F(Wishes, GiveWayToTheNextOne) {
    type(QStringLiteral("帮我打开计算器"));
    type(QStringLiteral("请你远程控制我的电脑"));
    ASSERT_EQ(mum.wishes.size(), 2U);
    EXPECT_EQ(mum.client->answerMeant(mum.wishes[0].question, 0).error().code, ErrorCode::Expired);
    EXPECT_TRUE(mum.client->answerMeant(mum.wishes[1].question, 0));
}

TEST_F(Wishes, MayMeanSomethingElseThanWasUnderstoodFirst) {
    type(QStringLiteral("我想让你进行远距离的控制操作"));
    ASSERT_EQ(mum.wishes.size(), 1U);
    ASSERT_EQ(mum.wishes[0].options.size(), 3);
    EXPECT_EQ(mum.client->answerMeant(mum.wishes[0].question, 3).error().code, ErrorCode::Malformed);
    ASSERT_TRUE(mum.client->answerMeant(mum.wishes[0].question, 2));
    ASSERT_TRUE(eventually([&] { return anna.messages(mumAtAnna, MessageKind::Wish).size() == 1; }));
    EXPECT_EQ(anna.messages(mumAtAnna, MessageKind::Wish)[0].invitation->command, mum.wishes[0].options[2]);
}

TEST_F(Wishes, ASecondOneTakesThePlaceOfTheFirst) {
    const MessageId first = wish(QStringLiteral("帮我打开计算器"));
    type(QStringLiteral("请你远程控制我的电脑"));
    ASSERT_EQ(mum.wishes.size(), 2U);
    ASSERT_TRUE(mum.client->answerMeant(mum.wishes[1].question, 0));
    ASSERT_TRUE(eventually([&] { return anna.messages(mumAtAnna, MessageKind::Wish).size() == 2; }));
    EXPECT_EQ(mum.stateOf(first, annaAtMum), InvitationState::Withdrawn);
    EXPECT_EQ(anna.stateOf(first, mumAtAnna), InvitationState::Withdrawn);
    EXPECT_EQ(anna.client->answerWish(first, true).error().code, ErrorCode::Expired);
}

TEST_F(Wishes, CanBeTakenBack) {
    const MessageId id = wish(QStringLiteral("帮我打开计算器"));
    ASSERT_TRUE(mum.client->withdrawInvitation(id));
    EXPECT_TRUE(eventually([&] { return anna.stateOf(id, mumAtAnna) == InvitationState::Withdrawn; }));
    EXPECT_EQ(anna.client->answerWish(id, true).error().code, ErrorCode::Expired);
    settle();
    EXPECT_TRUE(mum.consents.empty());
}

TEST_F(Wishes, AreOverAfterAnHour) {
    const MessageId id = wish(QStringLiteral("帮我打开计算器"));
    clock.advance(61LL * 60 * 1000);
    EXPECT_EQ(anna.client->answerWish(id, true).error().code, ErrorCode::Expired);
    settle();
    EXPECT_TRUE(mum.consents.empty());
}

// I2, I4: a yes of the helper's is no yes of the receiver's.
TEST_F(Wishes, RunNothingWithoutTheReceiversOwnYes) {
    const MessageId id = wish(QStringLiteral("帮我打开计算器"));
    ASSERT_TRUE(anna.client->answerWish(id, true));
    ASSERT_TRUE(eventually([&] { return mum.consents.size() == 1; }));
    ASSERT_TRUE(mum.client->answerConsent(mum.consents[0].question, false));
    EXPECT_TRUE(eventually([&] { return anna.stateOf(id, mumAtAnna) == InvitationState::Declined; }));
    EXPECT_TRUE(mum.launcher.started.empty());
}

TEST_F(Wishes, AreKnownAfterARestartOfBoth) {
    const MessageId id = wish(QStringLiteral("帮我打开计算器"));
    for (Person* person : {&mum, &anna}) {
        person->close();
        person->open();
    }
    ASSERT_TRUE(eventually([&] { return mum.isOnline() && anna.isOnline(); }));
    EXPECT_EQ(anna.messages(mumAtAnna, MessageKind::Wish)[0].text, QStringLiteral("帮我打开计算器"));
    ASSERT_TRUE(anna.client->answerWish(id, true));
    EXPECT_TRUE(eventually([&] { return mum.consents.size() == 1; }));
}

TEST_F(Wishes, AreNotLookedForInOrdinaryTalkNorInWhatAHelperWrites) {
    type(QStringLiteral("今天天气真不错，我们吃饺子"));
    type(QStringLiteral("不要远程控制我的电脑"));
    EXPECT_TRUE(mum.wishes.empty());
    invite(QStringLiteral("打开计算器"));
    ASSERT_TRUE(anna.client->sendText(mumAtAnna, QStringLiteral("帮我打开计算器")));
    EXPECT_TRUE(anna.wishes.empty());
}

TEST_F(Wishes, LeadToAHelpSession) {
    const MessageId id = wish(QStringLiteral("我想让你进行远距离的控制操作"));
    ASSERT_TRUE(anna.client->answerWish(id, true));
    ASSERT_TRUE(eventually([&] { return mum.consents.size() == 1; }));
    ASSERT_TRUE(mum.consents[0].remote);
    EXPECT_EQ(mum.consents[0].remote->level, trigger::RemoteLevel::Control);
    sayYes();
    ASSERT_TRUE(eventually([&] { return anna.client->sessions().viewed(mumAtAnna).has_value(); }));
    EXPECT_TRUE(eventually([&] {
        const auto hosted = mum.client->sessions().hosted();
        return hosted && hosted->connected;
    }));
}

}  // namespace
}  // namespace sesame::client
