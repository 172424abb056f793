// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/frame_check.h"

#include "sesame/wire/frame.h"
#include "sesame/wire/limits.h"
#include "sesame/wire/parcel_limits.h"

#include <gtest/gtest.h>

namespace sesame::hub {
namespace {

pb::ClientFrame mailFrame(std::size_t sealedBytes = 1, int count = 1) {
    pb::ClientFrame frame;
    frame.set_version(wire::kProtocolVersion);
    for (int i = 0; i < count; ++i) {
        auto& mail = *frame.mutable_send_mail()->add_mails();
        mail.set_peer("anna");
        mail.set_message_id(std::string(16, 'i'));
        mail.set_sealed(std::string(sealedBytes, 's'));
    }
    return frame;
}

bool isRead(const pb::ClientFrame& frame) {
    return readClientFrame(wire::serialise(frame)).has_value();
}

TEST(FrameCheck, KnowsAHandle) {
    for (const auto* good : {"abc", "a-b_c.9", "12345678901234567890123456789012"})
        EXPECT_TRUE(isHandle(good)) << good;
    for (const auto* bad : {"", "ab", "Abc", "a b", "b\xC3\xA4r", "a/b", "123456789012345678901234567890123"})
        EXPECT_FALSE(isHandle(bad)) << bad;
    EXPECT_FALSE(isHandle(std::string_view("abc\0", 4)));
}

TEST(FrameCheck, ReadsAFrameWithinTheLimits) {
    EXPECT_TRUE(isRead(mailFrame(wire::kMaxSealedBytes)));
    EXPECT_TRUE(isRead(mailFrame(1, static_cast<int>(wire::kMaxMailsPerFrame))));
}

// S40
TEST(FrameCheck, RefusesWhatBreaksALimit) {
    EXPECT_FALSE(isRead(mailFrame(wire::kMaxSealedBytes + 1)));
    EXPECT_FALSE(isRead(mailFrame(wire::kMaxFrameBytes)));
    EXPECT_FALSE(isRead(mailFrame(1, static_cast<int>(wire::kMaxMailsPerFrame) + 1)));
    EXPECT_FALSE(isRead(mailFrame(0)));
    pb::ClientFrame frame = mailFrame();
    frame.mutable_send_mail()->mutable_mails(0)->set_message_id("short");
    EXPECT_FALSE(isRead(frame));
    frame = mailFrame();
    frame.mutable_send_mail()->mutable_mails(0)->set_peer("NOT A HANDLE");
    EXPECT_FALSE(isRead(frame));
    frame.clear_body();
    EXPECT_FALSE(isRead(frame)) << "no body";
}

// S40
TEST(FrameCheck, KnowsTheLimitsOfParcels) {
    pb::ClientFrame frame;
    frame.set_version(wire::kProtocolVersion);
    auto& open = *frame.mutable_open_parcel();
    open.set_handle("anna");
    open.set_peer("bert");
    open.set_parcel_id(std::string(16, 'p'));
    open.set_side(pb::OpenParcel::SENDS);
    open.set_signature(std::string(64, 's'));
    EXPECT_TRUE(isRead(frame));
    open.set_side(pb::OpenParcel::UNSPECIFIED);
    EXPECT_FALSE(isRead(frame));
    open.set_side(pb::OpenParcel::FETCHES);
    open.set_from(wire::kMaxParcelBytes + 1);
    EXPECT_FALSE(isRead(frame));
    frame.mutable_parcel_piece()->set_sealed(std::string(wire::kMaxParcelPieceBytes, 'x'));
    EXPECT_TRUE(isRead(frame));
    frame.mutable_parcel_piece()->set_sealed(std::string(wire::kMaxParcelPieceBytes + 1, 'x'));
    EXPECT_FALSE(isRead(frame));
    frame.mutable_parcel_piece()->set_sealed("");
    EXPECT_FALSE(isRead(frame));
}

TEST(FrameCheck, ReadsTagsOfTheirLengthsOnly) {
    pb::ClientFrame frame = mailFrame();
    frame.mutable_send_mail()->mutable_mails(0)->set_tag(std::string(32, 't'));
    EXPECT_TRUE(isRead(frame));
    frame.mutable_send_mail()->mutable_mails(0)->set_tag(std::string(33, 't'));
    EXPECT_FALSE(isRead(frame));

    frame = {};
    frame.set_version(wire::kProtocolVersion);
    auto& body = *frame.mutable_publish_tags();
    body.set_peer("anna");
    EXPECT_TRUE(isRead(frame)) << "nothing any more";
    for (int i = 0; i < 1'024; ++i) {
        body.add_tags()->set_tag(std::string(32, 't'));
        body.mutable_tags(i)->set_reference(std::string(16, 'r'));
    }
    EXPECT_TRUE(isRead(frame)) << "too many are for the store to refuse, with a word";
    body.mutable_tags(7)->set_reference(std::string(15, 'r'));
    EXPECT_FALSE(isRead(frame));
    body.mutable_tags(7)->set_reference(std::string(16, 'r'));
    body.mutable_tags(7)->clear_tag();
    EXPECT_FALSE(isRead(frame));
    body.clear_tags();
    body.set_peer("no");
    EXPECT_FALSE(isRead(frame));
}

TEST(FrameCheck, RefusesBytesThatAreNoFrame) {
    EXPECT_FALSE(readClientFrame(asBytes("not a frame")));
    Bytes cut = wire::serialise(mailFrame(50));
    cut.resize(cut.size() - 10);
    EXPECT_FALSE(readClientFrame(cut));
    EXPECT_FALSE(readClientFrame({}));
}

TEST(FrameCheck, TellsAnotherVersionApart) {
    pb::ClientFrame frame = mailFrame();
    frame.set_version(wire::kProtocolVersion + 1);
    const auto read = readClientFrame(wire::serialise(frame));
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::Refused);
}

TEST(FrameCheck, RefusesKeysOfAnotherLength) {
    pb::ClientFrame frame;
    frame.set_version(wire::kProtocolVersion);
    frame.mutable_register_()->set_handle("anna");
    frame.mutable_register_()->set_identity_key(std::string(31, 'k'));
    frame.mutable_register_()->set_signature(std::string(64, 's'));
    EXPECT_FALSE(isRead(frame));
    frame.mutable_register_()->set_identity_key(std::string(32, 'k'));
    EXPECT_TRUE(isRead(frame));
}

}  // namespace
}  // namespace sesame::hub
