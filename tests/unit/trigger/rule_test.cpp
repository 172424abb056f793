// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/trigger/rule.h"

#include "sesame_schema/rule.pb.h"

#include <gtest/gtest.h>

namespace sesame::trigger {
namespace {

class RuleTest : public testing::Test {
  protected:
    RuleTest() : helper_(identity(1)), receiver_(identity(2)) {
        rule_.id.value[3] = std::byte{9};
        rule_.version = 4;
        rule_.phrase = "打开计算器";
        rule_.command = LaunchProgram{"计算器"};
        rule_.helper = helper_.publicKey();
        rule_.receiver = receiver_.publicKey();
        rule_.createdMs = 1'700'000'000'000;
        rule_.expiresMs = 1'800'000'000'000;
    }

    static crypto::Identity identity(int number) {
        crypto::Secret<32> seed;
        seed.mutableView()[0] = static_cast<std::byte>(number);
        return *crypto::Identity::fromSeed(seed);
    }

    // The rule with its wire form changed and signed again.
    template <typename Change>
    SignedRule changed(Change change) const {
        wire::pb::Rule wire;
        const SignedRule original = sign(rule_, helper_);
        EXPECT_TRUE(wire.ParseFromString(toString(original.rule)));
        change(wire);
        SignedRule out{toBytes(asBytes(wire.SerializeAsString())), {}};
        out.signature = helper_.sign("sesame rule v1", out.rule);
        return out;
    }

    crypto::Identity helper_;
    crypto::Identity receiver_;
    Rule rule_;
};

TEST_F(RuleTest, SurvivesSigningAndOpening) {
    for (const Command& command :
         {Command(LaunchProgram{"计算器"}), Command(OpenFile{"/home/a/b.jpg", ""}),
          Command(OpenFile{"", "b.jpg"}), Command(ImSettings{"general", "", ""}),
          Command(ImSettings{"", "text-size", "large"}), Command(RemoteControl{RemoteLevel::Look, 1}),
          Command(RemoteControl{RemoteLevel::Control, 120}),
          Command(ShareFolder{"/home/a/照片", "", ShareLevel::Take, 1440}),
          Command(ShareFolder{"", "Photos", ShareLevel::Put, 1})}) {
        rule_.command = command;
        const auto opened = openRule(sign(rule_, helper_));
        ASSERT_TRUE(opened);
        EXPECT_EQ(*opened, rule_);
    }
    rule_.removed = true;
    EXPECT_TRUE(openRule(sign(rule_, helper_))->removed);
}

PicturePrint anyPicture() {
    PicturePrint out{Bytes(kPictureSide * kPictureSide), 640, 480};
    for (std::size_t i = 0; i < out.grey.size(); ++i)
        out.grey[i] = static_cast<std::byte>(i * 37 % 251);
    return out;
}

TEST_F(RuleTest, KeepsAPictureASoundOrAClip) {
    rule_.phrase.clear();
    const SoundPrint sound{{1, 0xFFFFFFFF, 3}};
    const ClipPrint clip{{kMostFrames, Bytes(kFrameSide * kFrameSide, std::byte{200})},
                         {std::vector<std::uint32_t>(kMostClipSoundItems, 0xFFFFFFFF)}};
    for (const MediaPrint& media :
         {MediaPrint(anyPicture()), MediaPrint(sound), MediaPrint(clip),
          MediaPrint(SoundPrint{std::vector<std::uint32_t>(kMostSoundItems, 0xFFFFFFFF)})}) {
        rule_.media = media;
        for (const Ways ways : {Ways{true, true}, Ways{true, false}}) {
            rule_.ways = ways;
            const auto opened = openRule(sign(rule_, helper_));
            ASSERT_TRUE(opened) << opened.error().detail;
            EXPECT_EQ(*opened, rule_);
        }
    }
}

TEST_F(RuleTest, HoldsNoPictureBesideAPhraseAWishOrAnotherPlace) {
    const Rule plain = rule_;
    const auto isMalformed = [&](const std::function<void(Rule&)>& change) {
        rule_ = plain;
        rule_.phrase.clear();
        rule_.media = anyPicture();
        change(rule_);
        return !openRule(sign(rule_, helper_)) &&
               openRule(sign(rule_, helper_)).error().code == ErrorCode::Malformed;
    };
    EXPECT_FALSE(isMalformed([](Rule&) {}));
    EXPECT_TRUE(isMalformed([](Rule& rule) { rule.phrase = "打开计算器"; }));
    EXPECT_TRUE(isMalformed([](Rule& rule) { rule.ways = {true, false, true}; }));
    EXPECT_TRUE(isMalformed([](Rule& rule) { rule.ways = {false, true}; }));
    EXPECT_TRUE(isMalformed([](Rule& rule) { rule.judgedAt = JudgePlace::Helper; }));
    EXPECT_TRUE(isMalformed([](Rule& rule) { rule.judgedAt = JudgePlace::Hub; }));
    EXPECT_TRUE(isMalformed([](Rule& rule) { rule.wish = WishHash{}; }));
}

// S46
TEST_F(RuleTest, S46HoldsNoPictureThatItDoesNotKnow) {
    rule_.phrase.clear();
    rule_.media = anyPicture();
    const auto code = [&](const std::function<void(wire::pb::MediaPrint&)>& change) {
        return openRule(changed([&](auto& rule) { change(*rule.mutable_media()); })).error().code;
    };
    EXPECT_EQ(code([](auto& media) { media.clear_picture(); }), ErrorCode::Malformed);
    EXPECT_EQ(code([](auto& media) { media.mutable_picture()->mutable_grey()->pop_back(); }),
              ErrorCode::Malformed);
    EXPECT_EQ(code([](auto& media) { media.mutable_picture()->set_width(0); }), ErrorCode::Malformed);
    EXPECT_EQ(code([](auto& media) { media.mutable_picture()->set_height(1U << 31); }), ErrorCode::Malformed);
    EXPECT_EQ(code([](auto& media) { media.mutable_sound(); }), ErrorCode::Malformed);
    const auto addField = [](const google::protobuf::Message& message) {
        message.GetReflection()
            ->MutableUnknownFields(const_cast<google::protobuf::Message*>(&message))
            ->AddVarint(99, 1);
    };
    EXPECT_EQ(code([&](auto& media) { addField(media); }), ErrorCode::Malformed);
    EXPECT_EQ(code([&](auto& media) { addField(media.picture()); }), ErrorCode::Malformed);
}

TEST_F(RuleTest, KeepsHowItMayBeGranted) {
    for (const Ways ways :
         {Ways{true, true}, Ways{true, false}, Ways{false, true}, Ways{true, false, true}}) {
        rule_.ways = ways;
        EXPECT_EQ(openRule(sign(rule_, helper_))->ways, ways);
    }
    EXPECT_EQ(openRule(changed([](auto& rule) { rule.clear_ways(); }))->ways, (Ways{true, false}));
    for (const Ways ways : {Ways{true, true, true}, Ways{false, true, true}, Ways{false, false, true}}) {
        rule_.ways = ways;
        EXPECT_EQ(openRule(sign(rule_, helper_)).error().code, ErrorCode::Malformed);
    }
    rule_.ways = {false, false};
    EXPECT_EQ(openRule(sign(rule_, helper_)).error().code, ErrorCode::Malformed);
}

TEST_F(RuleTest, KeepsWhereItIsJudged) {
    for (const JudgePlace place : kJudgePlaces) {
        rule_.judgedAt = place;
        EXPECT_EQ(openRule(sign(rule_, helper_))->judgedAt, place);
    }
    EXPECT_EQ(openRule(changed([](auto& rule) { rule.clear_judged_at(); }))->judgedAt, JudgePlace::Receiver);
    for (const int place : {-1, 3, 257})
        EXPECT_EQ(openRule(changed([place](auto& rule) {
                      rule.set_judged_at(static_cast<wire::pb::Rule::Place>(place));
                  }))
                      .error()
                      .code,
                  ErrorCode::Malformed)
            << place;
}

TEST_F(RuleTest, ForAWishHasNoPhraseAndNoOtherWay) {
    rule_.phrase.clear();
    rule_.ways = {false, false};
    rule_.wish = WishHash{};
    rule_.wish->value[5] = std::byte{7};
    EXPECT_EQ(*openRule(sign(rule_, helper_)), rule_);
    const auto code = [&](auto change) { return openRule(changed(change)).error().code; };
    EXPECT_EQ(code([](auto& rule) { rule.set_wish("short"); }), ErrorCode::Malformed);
    EXPECT_EQ(code([](auto& rule) { rule.set_phrase("打开计算器"); }), ErrorCode::Malformed);
    EXPECT_EQ(code([](auto& rule) { rule.mutable_ways()->set_phrase(true); }), ErrorCode::Malformed);
}

// S10: the signature covers every part.
TEST_F(RuleTest, IsRefusedWithAnyBitChanged) {
    const SignedRule good = sign(rule_, helper_);
    for (std::size_t i = 0; i < good.rule.size(); ++i) {
        SignedRule bad = good;
        bad.rule[i] ^= std::byte{1};
        EXPECT_FALSE(openRule(bad)) << i;
        EXPECT_NE(hashOf(bad), hashOf(good));
    }
    for (std::size_t i = 0; i < good.signature.size(); ++i) {
        SignedRule bad = good;
        bad.signature[i] ^= std::byte{1};
        EXPECT_EQ(openRule(bad).error().code, ErrorCode::Refused) << i;
    }
}

TEST_F(RuleTest, IsRefusedWhenSomebodyElseSigned) {
    SignedRule forged = sign(rule_, helper_);
    forged.signature = receiver_.sign("sesame rule v1", forged.rule);
    EXPECT_EQ(openRule(forged).error().code, ErrorCode::Refused);
    forged.signature = helper_.sign("sesame rule v2", forged.rule);
    EXPECT_EQ(openRule(forged).error().code, ErrorCode::Refused);
}

TEST_F(RuleTest, IsMalformedWhenCutShort) {
    const SignedRule good = sign(rule_, helper_);
    for (std::size_t length = 0; length < good.rule.size(); ++length) {
        SignedRule cut = good;
        cut.rule.resize(length);
        EXPECT_FALSE(openRule(cut)) << length;
    }
}

// S46
TEST_F(RuleTest, IsMalformedWithUnknownFieldsAnywhere) {
    const auto addTo = [](google::protobuf::Message& message) {
        message.GetReflection()->MutableUnknownFields(&message)->AddVarint(99, 1);
    };
    EXPECT_EQ(openRule(changed([&](auto& rule) { addTo(rule); })).error().code, ErrorCode::Malformed);
    EXPECT_EQ(openRule(changed([&](auto& rule) { addTo(*rule.mutable_ways()); })).error().code,
              ErrorCode::Malformed);
    EXPECT_EQ(openRule(changed([&](auto& rule) { addTo(*rule.mutable_command()); })).error().code,
              ErrorCode::Malformed);
    EXPECT_EQ(openRule(changed([&](auto& rule) { addTo(*rule.mutable_command()->mutable_launch_program()); }))
                  .error()
                  .code,
              ErrorCode::Malformed);
    EXPECT_EQ(openRule(changed([&](auto& rule) {
                  auto& remote = *rule.mutable_command()->mutable_remote_control();
                  remote.set_level(wire::pb::RemoteControl::LOOK);
                  remote.set_minutes(30);
                  addTo(remote);
              }))
                  .error()
                  .code,
              ErrorCode::Malformed);
    EXPECT_EQ(openRule(changed([&](auto& rule) {
                  auto& share = *rule.mutable_command()->mutable_share_folder();
                  share.set_level(wire::pb::ShareFolder::LOOK);
                  share.set_minutes(30);
                  share.set_name("Photos");
                  addTo(share);
              }))
                  .error()
                  .code,
              ErrorCode::Malformed);
}

TEST_F(RuleTest, IsMalformedWithoutALegalCommandOrSizes) {
    const auto code = [&](auto change) { return openRule(changed(change)).error().code; };
    EXPECT_EQ(code([](auto& rule) { rule.clear_command(); }), ErrorCode::Malformed);
    EXPECT_EQ(code([](auto& rule) { rule.mutable_command()->clear_kind(); }), ErrorCode::Malformed);
    EXPECT_EQ(code([](auto& rule) { rule.set_id("short"); }), ErrorCode::Malformed);
    EXPECT_EQ(code([](auto& rule) { rule.set_helper_key("x"); }), ErrorCode::Malformed);
    EXPECT_EQ(code([](auto& rule) { rule.set_version(0); }), ErrorCode::Malformed);
    EXPECT_EQ(code([](auto& rule) { rule.mutable_command()->mutable_launch_program()->set_program("bash"); }),
              ErrorCode::Malformed);
    // 259: what a narrower number would take for Control.
    for (const int level : {0, 4, -1, 259})
        EXPECT_EQ(code([level](auto& rule) {
                      auto& remote = *rule.mutable_command()->mutable_remote_control();
                      remote.set_level(static_cast<wire::pb::RemoteControl::Level>(level));
                      remote.set_minutes(30);
                  }),
                  ErrorCode::Malformed)
            << level;
    for (const int level : {0, 4, -1, 258})
        EXPECT_EQ(code([level](auto& rule) {
                      auto& share = *rule.mutable_command()->mutable_share_folder();
                      share.set_level(static_cast<wire::pb::ShareFolder::Level>(level));
                      share.set_minutes(30);
                      share.set_name("Photos");
                  }),
                  ErrorCode::Malformed)
            << level;
}

}  // namespace
}  // namespace sesame::trigger
