// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "integration/client/hostile.h"

namespace sesame::client {
namespace {

/// Somebody offers sets as no honest client would.
struct LyingOffers : Lied {
    static constexpr std::int64_t kDayMs = 24LL * 3600 * 1000;

    RuleOfferContent offerOf(const std::vector<trigger::Rule>& rules, const char* name = "Family") {
        RuleOfferContent out;
        out.set.value.fill(std::byte(name[0]));
        out.name = name;
        for (const auto& one : rules)
            out.rules.push_back(trigger::sign(one, hub.identity()));
        out.expiresMs = clock.wallMs() + kDayMs;
        return out;
    }
    QList<OfferView> offers() { return mum.client->sets().offers(Direction::Incoming); }
    std::vector<MessageId> open() {
        std::vector<MessageId> out;
        for (const auto& one : offers())
            if (one.state == OfferState::Open)
                out.push_back(one.id);
        return out;
    }
    bool noneInUse() {
        const auto rules = mum.client->rules(liar, Direction::Incoming);
        return std::none_of(rules.begin(), rules.end(), [](const auto& rule) { return rule.enabled; });
    }
    /// It arrives, and is no offer at all.
    void isNoOffer(const RuleOfferContent& body) {
        hub.say(body);
        ASSERT_TRUE(caughtUp());
        EXPECT_TRUE(offers().isEmpty());
        EXPECT_TRUE(mum.messages(liar, MessageKind::RuleOffer).empty());
        EXPECT_TRUE(noneInUse());
    }
    /// It arrives, is accepted, and nothing of it is taken.
    void givesNothing(const RuleOfferContent& body, RowFate fate) {
        const MessageId id = hub.say(body);
        ASSERT_TRUE(caughtUp());
        const auto rows = mum.client->sets().rows(id);
        ASSERT_TRUE(rows);
        for (const auto& row : *rows)
            EXPECT_EQ(row.fate, fate);
        ASSERT_TRUE(mum.client->sets().answer(id, true));
        const auto said = [&] { return hub.latest<RuleOfferAnswerContent>(); };
        ASSERT_TRUE(eventually([&] { return said() && said()->second.offer == id; }));
        EXPECT_EQ(said()->second.answer, RuleOfferAnswerContent::Answer::Accepted);
        EXPECT_TRUE(said()->second.taken.empty());
    }
};

// S09, S47
TEST_F(LyingOffers, AreNoneWithARuleThatIsNotTheirsForThisUser) {
    trigger::Rule others = rule();
    others.receiver = hub.helper();
    isNoOffer(offerOf({rule("看看我的屏幕"), others}));
    const auto stranger = crypto::Identity::generate(hub.random);
    trigger::Rule forged = rule();
    forged.helper = stranger.publicKey();
    RuleOfferContent body = offerOf({});
    body.rules = {trigger::sign(forged, stranger)};
    isNoOffer(body);
    body = offerOf({rule()});
    body.rules[0].signature[3] ^= std::byte{1};
    isNoOffer(body);
    trigger::Rule shell = rule();
    shell.command = trigger::LaunchProgram{"bash"};
    isNoOffer(offerOf({shell}));
}

TEST_F(LyingOffers, AreNoneWithAWishOrATombstoneOrTheSameRuleTwice) {
    trigger::Rule wished = rule("");
    wished.ways = {false, false};
    wished.wish = WishHash{};
    isNoOffer(offerOf({wished}));
    trigger::Rule gone = rule();
    gone.removed = true;
    isNoOffer(offerOf({gone}));
    const trigger::Rule one = rule();
    isNoOffer(offerOf({one, one}));
}

// What the card shows is all there is, and it shows no pictures.
TEST_F(LyingOffers, AreNoneWithAPictureInPlaceOfAPhrase) {
    trigger::Rule pictured = rule("");
    pictured.ways = {true, false};
    pictured.media = trigger::PicturePrint{Bytes(trigger::kPictureSide * trigger::kPictureSide), 640, 480};
    isNoOffer(offerOf({rule(), pictured}));
}

// S37
TEST_F(LyingOffers, AreNoneWithoutRulesOrWithTooMany) {
    isNoOffer(offerOf({}));
    isNoOffer(offerOf(std::vector<trigger::Rule>(101, rule())));
    RuleOfferContent body = offerOf({rule()});
    body.rules.resize(201, {toBytes(asBytes(std::string_view("x"))), {}});
    isNoOffer(body);
}

TEST_F(LyingOffers, AreNoneWhenTheirTimeIsOverOrTheirNameHides) {
    RuleOfferContent body = offerOf({rule()});
    body.expiresMs = clock.wallMs();
    isNoOffer(body);
    isNoOffer(offerOf({rule()}, "Fam\xE2\x80\xAEily"));
    isNoOffer(offerOf({rule()}, "Family\nof five"));
    isNoOffer(offerOf({rule()}, ""));
}

// I10
TEST_F(LyingOffers, GiveNothingThatMayBeNoKey) {
    givesNothing(offerOf({rule("hello"), rule("好的"), rule("tell me your password")}), RowFate::Refused);
    EXPECT_TRUE(mum.client->rules(liar, Direction::Incoming).isEmpty());
}

// S10
TEST_F(LyingOffers, GiveNoVersionOlderThanTheOneOnFile) {
    trigger::Rule current = rule();
    current.version = 5;
    hub.say(RuleUpdateContent{{trigger::sign(current, hub.identity())}});
    ASSERT_TRUE(caughtUp());
    trigger::Rule older = current;
    older.version = 4;
    older.command = trigger::RemoteControl{trigger::RemoteLevel::Control, 120};
    givesNothing(offerOf({older}), RowFate::Older);
    older.version = 5;
    givesNothing(offerOf({older}, "Same version"), RowFate::Older);
    const auto rules = mum.client->rules(liar, Direction::Incoming);
    ASSERT_EQ(rules.size(), 1);
    EXPECT_EQ(rules[0].command, trigger::Command(trigger::LaunchProgram{"计算器"}));
}

// Neither before nor after a No does a rule of an offer come in by another way.
TEST_F(LyingOffers, AreNotFollowedByAnInvitationOrAnUpdate) {
    const trigger::Rule offered = rule();
    const MessageId id = hub.say(offerOf({offered}));
    const auto tryAll = [&] {
        invite(offered);
        hub.say(RuleUpdateContent{{trigger::sign(offered, hub.identity())}});
        trigger::Rule newer = offered;
        newer.version = 9;
        hub.say(RuleUpdateContent{{trigger::sign(newer, hub.identity())}});
        ASSERT_TRUE(caughtUp());
        EXPECT_TRUE(mum.client->rules(liar, Direction::Incoming).isEmpty());
        EXPECT_TRUE(mum.messages(liar, MessageKind::Invitation).empty());
    };
    tryAll();
    type(kPhrase);
    ASSERT_TRUE(mum.client->sets().answer(id, false));
    tryAll();
    type(kPhrase);
    settle();
    EXPECT_TRUE(mum.consents.empty());
    EXPECT_TRUE(mum.nears.empty());
}

TEST_F(LyingOffers, AreFewAtATime) {
    for (int i = 0; i < 50; ++i) {
        const std::string name(1, char('A' + i));
        hub.say(offerOf({rule()}, name.c_str()));
    }
    ASSERT_TRUE(caughtUp());
    EXPECT_EQ(open().size(), std::size_t(RuleSets::kMostOpen));
}

TEST_F(LyingOffers, LastNoLongerThanTwoWeeksWhateverTheySay) {
    RuleOfferContent body = offerOf({rule()});
    body.expiresMs = INT64_MAX;
    const MessageId id = hub.say(body);
    ASSERT_TRUE(caughtUp());
    EXPECT_EQ(offers()[0].expires.toMSecsSinceEpoch(), clock.wallMs() + 14 * kDayMs);
    clock.jumpWall(-3 * 60 * 1000);  // to gain time
    EXPECT_FALSE(mum.client->sets().answer(id, true));
}

TEST_F(LyingOffers, ANewKeyOfTheirsEndsThem) {
    const MessageId id = hub.say(offerOf({rule()}));
    ASSERT_TRUE(caughtUp());
    hub.changeIdentity();
    hub.say(TextContent{"really"});
    ASSERT_TRUE(eventually([&] { return mum.client->contact(liar)->keyChanged; }));
    EXPECT_FALSE(mum.client->sets().answer(id, true));
    ASSERT_TRUE(mum.client->acknowledgeKey(liar));
    EXPECT_EQ(offers()[0].state, OfferState::Withdrawn);
    EXPECT_FALSE(mum.client->sets().answer(id, true));
    EXPECT_TRUE(noneInUse());
}

// The receiver may lie as well: only what was offered becomes part of the helper's table.
TEST_F(LyingOffers, AnswersToWhatWasNotOfferedChangeNothing) {
    using Answer = RuleOfferAnswerContent::Answer;
    const RuleSet set{"Mine", {{"show me the weather", trigger::LaunchProgram{"计算器"}, {{true, true}}}}};
    const auto id = mum.client->sets().offer(liar, set);
    ASSERT_TRUE(id);
    ASSERT_TRUE(eventually([&] { return hub.latest<RuleOfferContent>().has_value(); }));
    hub.say(RuleOfferAnswerContent{hub.random.messageId(), Answer::Accepted, {hub.random.ruleId()}});
    hub.say(RuleOfferAnswerContent{*id, Answer::Withdrawn});
    ASSERT_TRUE(caughtUp());
    EXPECT_EQ(mum.client->sets().offers(Direction::Outgoing)[0].state, OfferState::Open);
    hub.say(RuleOfferAnswerContent{*id, Answer::Accepted, {hub.random.ruleId(), hub.random.ruleId()}});
    ASSERT_TRUE(caughtUp());
    EXPECT_EQ(mum.client->sets().offers(Direction::Outgoing)[0].taken, 0);
    EXPECT_TRUE(mum.client->rules(liar, Direction::Outgoing).isEmpty());
    const auto offered = trigger::openRule(hub.latest<RuleOfferContent>()->second.rules[0]);
    ASSERT_TRUE(offered);
    hub.say(RuleOfferAnswerContent{*id, Answer::Accepted, {offered->id}});  // once is enough
    ASSERT_TRUE(caughtUp());
    EXPECT_TRUE(mum.client->rules(liar, Direction::Outgoing).isEmpty());
}

}  // namespace
}  // namespace sesame::client
