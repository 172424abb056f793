// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "integration/client/helped.h"

namespace sesame::client {
namespace {

struct Buttons : Helped {
    MessageId inviteWith(const trigger::Ways& ways) {
        return invite(QStringLiteral("打开计算器"), trigger::LaunchProgram{"计算器"}, {ways});
    }
    std::optional<trigger::Ways> waysShown(const MessageId& invitation) {
        for (const auto& row : mum.messages(annaAtMum, MessageKind::Invitation))
            if (row.id == invitation)
                return row.invitation->ways;
        return std::nullopt;
    }
};

TEST_F(Buttons, AYesIsSaidInTheConversationAndLeadsToTheSameQuestionAsThePhrase) {
    const MessageId invitation = inviteWith({true, true});
    EXPECT_EQ(waysShown(invitation), (trigger::Ways{true, true}));
    ASSERT_TRUE(mum.client->pressInvitation(invitation, true));
    ASSERT_TRUE(eventually([&] { return mum.consents.size() == 1; }));
    EXPECT_TRUE(eventually([&] { return anna.says(mumAtAnna, MessageKind::Text, QStringLiteral("Yes")); }));
    EXPECT_TRUE(mum.launcher.started.empty());
    sayYes();
    ASSERT_TRUE(eventually([&] { return !anna.messages(mumAtAnna, MessageKind::Outcome).empty(); }));
    EXPECT_EQ(mum.launcher.started.size(), 1U);
    EXPECT_EQ(steps(mum), (std::vector<std::string>{"rule-received", "invited", "pressed-yes", "asked",
                                                    "answered", "used", "executed"}));
}

TEST_F(Buttons, ANoTellsTheHelperAndNothingIsAsked) {
    const MessageId invitation = inviteWith({true, true});
    ASSERT_TRUE(mum.client->pressInvitation(invitation, false));
    EXPECT_TRUE(eventually([&] { return anna.stateOf(invitation, mumAtAnna) == InvitationState::Declined; }));
    EXPECT_EQ(mum.stateOf(invitation, annaAtMum), InvitationState::Declined);
    EXPECT_TRUE(mum.consents.empty());
    EXPECT_EQ(mum.client->pressInvitation(invitation, true).error().code, ErrorCode::Expired);
    settle();
    EXPECT_TRUE(mum.consents.empty());
}

TEST_F(Buttons, AnAnsweredInvitationDoesNothingMore) {
    const MessageId invitation = inviteWith({false, true});
    ASSERT_TRUE(mum.client->pressInvitation(invitation, true));
    ASSERT_TRUE(eventually([&] { return mum.consents.size() == 1; }));
    sayYes();
    ASSERT_TRUE(eventually([&] { return mum.launcher.started.size() == 1; }));
    EXPECT_EQ(mum.client->pressInvitation(invitation, true).error().code, ErrorCode::Expired);
    EXPECT_EQ(mum.client->pressInvitation(invitation, false).error().code, ErrorCode::Expired);
    settle();
    EXPECT_EQ(mum.consents.size(), 1U);
    EXPECT_EQ(mum.launcher.started.size(), 1U);
}

TEST_F(Buttons, OfATakenBackOrExpiredInvitationDoNothing) {
    const MessageId takenBack = inviteWith({true, true});
    ASSERT_TRUE(anna.client->withdrawInvitation(takenBack));
    ASSERT_TRUE(eventually([&] { return mum.stateOf(takenBack, annaAtMum) == InvitationState::Withdrawn; }));
    EXPECT_EQ(mum.client->pressInvitation(takenBack, true).error().code, ErrorCode::Expired);
    const MessageId old = invite(rule);
    clock.advance(25LL * 3600 * 1000);
    EXPECT_EQ(mum.client->pressInvitation(old, true).error().code, ErrorCode::Expired);
    settle();
    EXPECT_TRUE(mum.consents.empty());
}

TEST_F(Buttons, OfAChangedRuleDoNothing) {
    const MessageId invitation = inviteWith({true, true});
    ASSERT_TRUE(anna.client->saveRule(mumAtAnna, rule, QStringLiteral("打开计算器"),
                                      trigger::ImSettings{"general", "", ""}));
    ASSERT_TRUE(eventually([&] { return mum.stateOf(invitation, annaAtMum) == InvitationState::Withdrawn; }));
    EXPECT_EQ(mum.client->pressInvitation(invitation, true).error().code, ErrorCode::Expired);
}

TEST_F(Buttons, AreNotThereWhereOnlyThePhraseGrants) {
    const MessageId invitation = inviteWith({true, false});
    EXPECT_EQ(waysShown(invitation), (trigger::Ways{true, false}));
    EXPECT_EQ(mum.client->pressInvitation(invitation, true).error().code, ErrorCode::Refused);
    EXPECT_EQ(mum.client->pressInvitation(invitation, false).error().code, ErrorCode::Refused);
    type(QStringLiteral("打开计算器"));
    EXPECT_TRUE(eventually([&] { return mum.consents.size() == 1; }));
}

TEST_F(Buttons, AloneGrantWhereThePhraseDoesNot) {
    inviteWith({false, true});
    type(QStringLiteral("打开计算器"));
    settle();
    EXPECT_TRUE(mum.consents.empty());
    EXPECT_TRUE(mum.says(annaAtMum, MessageKind::Notice, QStringLiteral("press Yes")));
}

// S19: only the receiver's own client presses; the helper has the row too.
TEST_F(Buttons, AreTheReceiversAlone) {
    const MessageId invitation = inviteWith({true, true});
    EXPECT_FALSE(anna.client->pressInvitation(invitation, true));
    settle();
    EXPECT_TRUE(anna.consents.empty());
    EXPECT_TRUE(mum.consents.empty());
}

TEST_F(Buttons, ARuleWithoutAnyWayIsNotMade) {
    EXPECT_EQ(anna.client
                  ->saveRule(mumAtAnna, std::nullopt, QStringLiteral("打开计算器"),
                             trigger::LaunchProgram{"计算器"}, nullptr, {{false, false}})
                  .error()
                  .code,
              ErrorCode::Malformed);
}

}  // namespace
}  // namespace sesame::client
