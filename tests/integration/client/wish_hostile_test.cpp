// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/wish.h"
#include "integration/client/hostile.h"

#include "sesame/crypto/hash.h"

namespace sesame::client {
namespace {

/// Mum has a wish; whoever hears it answers as they like.
struct LiedTo : Lied {
    MessageId wish;
    WishHash hash;
    trigger::Command asked;

    void wishFor(const char* words) {
        type(words);
        ASSERT_FALSE(mum.wishes.empty());
        ASSERT_TRUE(mum.client->answerMeant(mum.wishes.back().question, 0));
        ASSERT_TRUE(eventually([&] {
            const auto heard = hub.latest<WishContent>();
            return heard && heard->second.text == words;
        }));
        for (const Content& content : hub.heard)
            if (const auto* body = std::get_if<WishContent>(&content.body)) {
                wish = content.id;
                hash = WishHash{crypto::hash(encode(content))};
                asked = body->command;
            }
    }
    trigger::Rule honest() {
        trigger::Rule out = rule("");
        out.command = asked;
        out.ways = {false, false};
        out.wish = hash;
        return out;
    }
    void sayYesTo(const MessageId& id, const WishHash& named, const trigger::Rule& granted) {
        hub.say(WishAnswerContent{id, named, trigger::sign(granted, hub.identity())});
    }
};

// S21, I5
TEST_F(LiedTo, RunsNothingForAYesToAnythingButTheWishAsItWasAsked) {
    wishFor("帮我打开计算器");
    trigger::Rule other = honest();
    other.command = trigger::LaunchProgram{"changed program"};
    sayYesTo(wish, hash, other);
    other.command = trigger::RemoteControl{trigger::RemoteLevel::Control, 120};
    sayYesTo(wish, hash, other);
    sayYesTo(hub.random.messageId(), hash, honest());
    WishHash wrong = hash;
    wrong.value[0] ^= std::byte{1};
    sayYesTo(wish, wrong, honest());
    trigger::Rule elsewhere = honest();
    elsewhere.wish = wrong;
    sayYesTo(wish, hash, elsewhere);
    sayYesTo(wish, hash, rule());  // granted by a phrase, not for this wish
    trigger::Rule others = honest();
    others.receiver = hub.helper();
    sayYesTo(wish, hash, others);
    const auto stranger = crypto::Identity::generate(hub.random);
    trigger::Rule forged = honest();
    forged.helper = stranger.publicKey();
    hub.say(WishAnswerContent{wish, hash, trigger::sign(forged, stranger)});
    auto altered = trigger::sign(honest(), hub.identity());
    altered.signature[5] ^= std::byte{1};
    hub.say(WishAnswerContent{wish, hash, altered});
    ASSERT_TRUE(caughtUp());
    settle();
    EXPECT_TRUE(mum.consents.empty());
    EXPECT_TRUE(mum.launcher.started.empty());
    EXPECT_EQ(mum.stateOf(wish, liar), InvitationState::Asked);

    sayYesTo(wish, hash, honest());
    EXPECT_TRUE(eventually([&] { return mum.consents.size() == 1; }));
}

TEST_F(LiedTo, AsksOnceHoweverOftenTheYesComes) {
    wishFor("帮我打开计算器");
    for (int i = 0; i < 50; ++i)
        sayYesTo(wish, hash, honest());
    ASSERT_TRUE(eventually([&] { return mum.consents.size() == 1; }));
    ASSERT_TRUE(sayYes());
    ASSERT_TRUE(eventually([&] { return mum.launcher.started.size() == 1; }));
    for (int i = 0; i < 50; ++i)
        sayYesTo(wish, hash, honest());
    for (const auto& mail : std::vector(hub.delivered))
        hub.deliver(mail);
    ASSERT_TRUE(caughtUp());
    settle();
    EXPECT_EQ(mum.consents.size(), 1U);
    EXPECT_EQ(mum.launcher.started.size(), 1U);
}

// A yes that comes without a question is no order.
TEST_F(LiedTo, AsksNothingForAYesToAWishThatWasNeverConfirmed) {
    type("帮我打开计算器");
    ASSERT_EQ(mum.wishes.size(), 1U);
    trigger::Rule granted = rule("");
    granted.ways = {false, false};
    granted.wish = WishHash{};
    sayYesTo(hub.random.messageId(), WishHash{}, granted);
    hub.say(TextContent{"yes"});
    ASSERT_TRUE(caughtUp());
    settle();
    EXPECT_TRUE(mum.consents.empty());
}

TEST_F(LiedTo, AYesThatComesTooLateIsNone) {
    wishFor("帮我打开计算器");
    clock.advance(61LL * 60 * 1000);
    sayYesTo(wish, hash, honest());
    ASSERT_TRUE(caughtUp());
    EXPECT_TRUE(eventually([&] { return mum.stateOf(wish, liar) == InvitationState::Expired; }));
    EXPECT_TRUE(mum.consents.empty());
}

TEST_F(LiedTo, ARuleForAWishIsNoRuleOfTheTable) {
    trigger::Rule granted = rule("");
    granted.ways = {false, false};
    granted.wish = WishHash{};
    hub.say(RuleUpdateContent{{trigger::sign(granted, hub.identity())}});
    hub.say(InvitationContent{trigger::sign(granted, hub.identity()), clock.wallMs() + 3'600'000});
    ASSERT_TRUE(caughtUp());
    EXPECT_TRUE(mum.client->rules(liar, Direction::Incoming).isEmpty());
    EXPECT_TRUE(mum.messages(liar, MessageKind::Invitation).empty());
}

// A flood of wishes from a contact leaves one that waits (S37).
TEST_F(LiedTo, OneWishOfAContactWaitsAtATime) {
    for (int i = 0; i < 100; ++i)
        hub.say(WishContent{"open the calculator please", trigger::LaunchProgram{"计算器"}});
    ASSERT_TRUE(caughtUp());
    const auto rows = mum.messages(liar, MessageKind::Wish);
    ASSERT_EQ(rows.size(), 100U);
    EXPECT_EQ(std::count_if(rows.begin(), rows.end(),
                            [](const auto& row) { return row.invitation->state == InvitationState::Asked; }),
              1);
    EXPECT_TRUE(mum.consents.empty());
}

}  // namespace
}  // namespace sesame::client
