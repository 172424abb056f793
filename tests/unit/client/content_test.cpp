// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/content.h"

#include "content.pb.h"

#include "sesame/wire/frame.h"
#include "sesame/wire/limits.h"

#include <gtest/gtest.h>

namespace sesame::client {
namespace {

template <typename Id>
Id id(int fill) {
    Id out;
    out.value.fill(static_cast<std::byte>(fill));
    return out;
}

trigger::SignedRule someRule() {
    trigger::SignedRule out;
    out.rule = toBytes(asBytes("signed bytes, not looked at here"));
    out.signature.fill(std::byte{3});
    return out;
}

SessionStateContent someState() {
    SessionStateContent out;
    out.session = id<StreamId>(7);
    out.number = 12;
    out.level = trigger::RemoteLevel::Point;
    out.pause = Pause::Unseen;
    out.localHand = true;
    out.leftMs = 1'799'000;
    out.answered = id<MessageId>(3);
    out.monitors = {{"eDP-1", {0, 0, 1920, 1080}, true}, {"HDMI-1", {-1280, 56, 1280, 1024}, false}};
    return out;
}

ShareOfferContent someShare() {
    return {id<StreamId>(7),
            StreamSecret(crypto::Key(id<RuleHash>(8).value)),
            id<MessageId>(4),
            id<RuleHash>(6),
            trigger::ShareLevel::Put,
            1440,
            "照片"};
}

std::vector<Content> oneOfEach() {
    using Answer = InvitationAnswerContent::Answer;
    const std::vector<Content::Body> bodies{
        TextContent{"打开计算器"},
        ContactRequestContent{"Anna", Bytes(16, std::byte{1})},
        ContactAnswerContent{true, "Boris"},
        ReadContent{{id<MessageId>(1), id<MessageId>(2)}},
        RuleUpdateContent{{someRule(), someRule()}},
        InvitationContent{someRule(), 1'795'000'000'000},
        InvitationAnswerContent{id<MessageId>(4), Answer::Withdrawn},
        OutcomeContent{id<MessageId>(5), id<RuleHash>(6), execute::OutcomeKind::Focused, "Calculator"},
        SessionOfferContent{id<StreamId>(7),
                            StreamSecret(crypto::Key(id<RuleHash>(8).value)),
                            id<MessageId>(4),
                            id<RuleHash>(6),
                            {trigger::RemoteLevel::Control, 120}},
        someState(),
        SessionAskContent{id<StreamId>(7), trigger::RemoteLevel::Point},
        SessionLeaveContent{id<StreamId>(7)},
        SessionEndedContent{id<StreamId>(7), SessionEnd::Failed},
        ClipboardAskContent{id<StreamId>(7)},
        ClipboardTextContent{id<StreamId>(7), "你好"},
        someShare(),
        WishContent{"帮我打开计算器", trigger::LaunchProgram{"计算器"}},
        WishAnswerContent{id<MessageId>(4), id<WishHash>(6), someRule()},
        WishAnswerContent{id<MessageId>(4), id<WishHash>(6)},
        OrderContent{id<MessageId>(4), id<MessageId>(5), id<RuleHash>(6)},
        FileOfferContent{id<ParcelId>(3), id<RuleHash>(8).value, "照片.jpg", 5'000'000'000,
                         1'795'000'000'999},
        FileAnswerContent{id<MessageId>(4), FileAnswerContent::Answer::Gone},
        HubKeyContent{12, StreamSecret(crypto::Key(id<RuleHash>(8).value)), {{{}, id<RuleHash>(6)}}},
        HubKeyContent{13, {}, {}},
        StandingShareContent{id<StreamId>(7), id<MessageId>(4), id<RuleHash>(6), trigger::ShareLevel::Take,
                             1'795'000'000'999, "照片"},
        StandingShareContent{id<StreamId>(7)},
        StandingOpenContent{id<StreamId>(7)},
        StandingRefusalContent{id<MessageId>(4), StandingRefusal::NotNow},
        RuleOfferContent{id<store::SetId>(7), "家人", {someRule(), someRule()}, 1'795'000'000'999},
        RuleOfferAnswerContent{id<MessageId>(4), RuleOfferAnswerContent::Answer::Accepted, {id<RuleId>(5)}},
        RuleOfferAnswerContent{id<MessageId>(4), RuleOfferAnswerContent::Answer::Withdrawn},
        GroupMembershipContent{{toBytes(asBytes("signed bytes, not looked at here")), {}}},
        GroupAnswerContent{id<GroupId>(7), GroupAnswerContent::Answer::Joined},
        GroupTextContent{id<GroupId>(7), 3, id<RuleHash>(6).value, id<MessageId>(5), "大家好"},
        GroupLeaveContent{id<GroupId>(7), 3, someRule().signature},
        GroupInvitationContent{id<GroupId>(7), someRule(), 1'795'000'000'999},
        GroupAskedContent{id<GroupId>(7), id<PublicIdentity>(2)},
    };
    std::vector<Content> out;
    out.reserve(bodies.size());
    for (const auto& body : bodies)
        out.push_back({id<MessageId>(9), 1'795'000'000'123, body});
    return out;
}

TEST(Content, ComesBackAsItWas) {
    for (const Content& content : oneOfEach()) {
        const auto decoded = decode(encode(content));
        ASSERT_TRUE(decoded) << decoded.error().detail;
        EXPECT_EQ(*decoded, content);
    }
}

TEST(Content, SurvivesBeingCutAnywhere) {
    for (const Content& content : oneOfEach()) {
        const Bytes whole = encode(content);
        for (std::size_t length = 0; length < whole.size(); ++length) {
            const auto decoded = decode(ByteView(whole).first(length));
            if (decoded) {
                EXPECT_NE(*decoded, content);
            }
        }
    }
}

// S03, S46: an order or a ready grant is a kind that does not exist.
TEST(Content, OfUnknownKindIsMalformed) {
    Bytes bytes = encode({id<MessageId>(9), 1, TextContent{"x"}});
    wire::pb::Content frame;
    frame.set_version(1);
    frame.set_message_id(toString(id<MessageId>(9).view()));
    Bytes unknown = wire::serialise(frame);
    const Bytes field{std::byte{0xFA}, std::byte{0x06}, std::byte{0x01}, std::byte{0x41}};  // number 111
    unknown.insert(unknown.end(), field.begin(), field.end());
    EXPECT_FALSE(decode(unknown));
    EXPECT_FALSE(decode(wire::serialise(frame)));
}

TEST(Content, OfAnotherVersionIsMalformed) {
    wire::pb::Content frame;
    frame.set_message_id(toString(id<MessageId>(9).view()));
    frame.mutable_text()->set_text("hello");
    for (const std::uint32_t version : {0U, 2U, 99U}) {
        frame.set_version(version);
        EXPECT_FALSE(decode(wire::serialise(frame))) << version;
    }
}

TEST(Content, OverItsLimitsIsMalformed) {
    EXPECT_FALSE(decode(encode({id<MessageId>(9), 1, TextContent{""}})));
    EXPECT_FALSE(
        decode(encode({id<MessageId>(9), 1, TextContent{std::string(wire::kMaxTextBytes + 1, 'x')}})));
    EXPECT_TRUE(decode(encode({id<MessageId>(9), 1, TextContent{std::string(wire::kMaxTextBytes, 'x')}})));
    EXPECT_FALSE(decode(encode({id<MessageId>(9), 1, ContactAnswerContent{true, std::string(200, 'x')}})));
    EXPECT_FALSE(decode(encode({id<MessageId>(9), 1, ReadContent{std::vector<MessageId>(501)}})));
    EXPECT_FALSE(
        decode(encode({id<MessageId>(9), 1,
                       OutcomeContent{{}, {}, execute::OutcomeKind::Failed, std::string(2000, 'x')}})));
}

TEST(Content, WithBrokenTextIsMalformedWithoutAWordOnStandardError) {
    const Bytes broken = encode({id<MessageId>(9), 1, TextContent{"\xff\xfe"}});  // says so itself
    testing::internal::CaptureStderr();
    EXPECT_FALSE(decode(broken));
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

TEST(Content, WithIdsOfWrongSizeIsMalformed) {
    wire::pb::Content frame;
    frame.set_version(1);
    frame.set_message_id("short");
    frame.mutable_text()->set_text("hello");
    EXPECT_FALSE(decode(wire::serialise(frame)));
    frame.set_message_id(toString(id<MessageId>(9).view()));
    frame.mutable_read()->add_message_ids("fifteen bytes..");
    EXPECT_FALSE(decode(wire::serialise(frame)));
}

TEST(Content, WithAnUnknownAnswerOrOutcomeIsMalformed) {
    wire::pb::Content frame;
    frame.set_version(1);
    frame.set_message_id(toString(id<MessageId>(9).view()));
    frame.mutable_invitation_answer()->set_invitation_id(toString(id<MessageId>(1).view()));
    EXPECT_FALSE(decode(wire::serialise(frame)));
    frame.mutable_outcome()->set_invitation_id(toString(id<MessageId>(1).view()));
    frame.mutable_outcome()->set_rule_hash(toString(id<RuleHash>(1).view()));
    frame.mutable_outcome()->set_result(static_cast<wire::pb::Outcome::Result>(77));
    EXPECT_FALSE(decode(wire::serialise(frame)));
}

TEST(Content, OfAHelpSessionKeepsItsBounds) {
    const auto accepts = [](const Content::Body& body) {
        return static_cast<bool>(decode(encode({id<MessageId>(9), 1, body})));
    };
    const auto state = [&](const auto& change) {
        SessionStateContent out = someState();
        change(out);
        return decode(encode({id<MessageId>(9), 1, out})).has_value();
    };
    EXPECT_TRUE(state([](auto& out) { out.monitors.resize(16, out.monitors[0]); }));
    EXPECT_FALSE(state([](auto& out) { out.monitors.resize(17, out.monitors[0]); }));
    EXPECT_FALSE(state([](auto& out) { out.monitors[0].area.width = 0; }));
    EXPECT_FALSE(state([](auto& out) { out.monitors[0].area.height = 1 << 17; }));
    EXPECT_FALSE(state([](auto& out) { out.monitors[0].area.x = std::numeric_limits<int>::min(); }));
    EXPECT_FALSE(state([](auto& out) { out.monitors[0].name = std::string(200, 'x'); }));
    EXPECT_FALSE(state([](auto& out) { out.leftMs = -1; }));
    EXPECT_FALSE(state([](auto& out) { out.level = trigger::RemoteLevel{}; }));
    EXPECT_FALSE(state([](auto& out) { out.pause = static_cast<Pause>(9); }));
    EXPECT_FALSE(accepts(SessionAskContent{id<StreamId>(7), static_cast<trigger::RemoteLevel>(4)}));
    EXPECT_FALSE(accepts(SessionEndedContent{id<StreamId>(7), static_cast<SessionEnd>(7)}));
    for (const std::uint32_t minutes : {0U, 121U})
        EXPECT_FALSE(accepts(SessionOfferContent{
            id<StreamId>(7), {}, id<MessageId>(4), id<RuleHash>(6), {trigger::RemoteLevel::Look, minutes}}));
    EXPECT_FALSE(accepts(ClipboardTextContent{id<StreamId>(7), ""}));
    EXPECT_FALSE(accepts(ClipboardTextContent{id<StreamId>(7), std::string(wire::kMaxTextBytes + 1, 'x')}));
    EXPECT_FALSE(accepts(ClipboardTextContent{id<StreamId>(7), "\xff\xfe"}));
}

TEST(Content, IsMalformedForAShareBeyondItsLimits) {
    const auto share = [](auto change) {
        auto out = someShare();
        change(out);
        return decode(encode({id<MessageId>(9), 1, out})).has_value();
    };
    EXPECT_TRUE(share([](auto&) {}));
    EXPECT_FALSE(share([](auto& out) { out.level = trigger::ShareLevel{}; }));
    EXPECT_FALSE(share([](auto& out) { out.level = static_cast<trigger::ShareLevel>(4); }));
    EXPECT_FALSE(share([](auto& out) { out.minutes = 0; }));
    EXPECT_FALSE(share([](auto& out) { out.minutes = 1441; }));
    EXPECT_FALSE(share([](auto& out) { out.name.clear(); }));
    EXPECT_FALSE(share([](auto& out) { out.name = "a\u202Eb"; }));
    EXPECT_FALSE(share([](auto& out) { out.name = std::string(1025, 'x'); }));
}

}  // namespace
}  // namespace sesame::client
