// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/media_answer.h"

#include "sesame_schema/media.pb.h"

#include <gtest/gtest.h>

/// S47: the reader itself may have fallen to what it read.
namespace sesame::media {
namespace {

wire::pb::MediaAnswer picture() {
    wire::pb::MediaAnswer out;
    out.set_kind(wire::pb::MediaAnswer::PICTURE);
    out.set_width(400);
    out.set_height(200);
    out.mutable_preview()->set_width(4);
    out.mutable_preview()->set_height(2);
    out.mutable_preview()->set_rgba(std::string(32, 'x'));
    return out;
}

Result<Preview> read(const wire::pb::MediaAnswer& answer) {
    return previewOf(asBytes(answer.SerializeAsString()), 10, 10);
}

TEST(MediaAnswer, IsReadWhenEverySizeFits) {
    const auto preview = read(picture());
    ASSERT_TRUE(preview);
    EXPECT_EQ(preview->picture.width, 4);
    EXPECT_EQ(preview->picture.rgba.size(), 32U);
}

TEST(MediaAnswer, S47ClaimsNoMorePixelsThanItHas) {
    auto answer = picture();
    answer.mutable_preview()->set_height(3);
    EXPECT_FALSE(read(answer));
    answer.mutable_preview()->set_height(1U << 30);
    EXPECT_FALSE(read(answer));
}

TEST(MediaAnswer, S47IsNotLargerThanWasAskedFor) {
    auto answer = picture();
    answer.mutable_preview()->set_width(16);
    answer.mutable_preview()->set_rgba(std::string(128, 'x'));
    EXPECT_FALSE(read(answer));
}

TEST(MediaAnswer, S47HasNoImpossibleNumbers) {
    auto answer = picture();
    answer.set_duration_ms(-1);
    EXPECT_FALSE(read(answer));
    answer = picture();
    answer.set_width(1U << 31);
    EXPECT_FALSE(read(answer));
    answer = picture();
    answer.set_kind(static_cast<wire::pb::MediaAnswer::Kind>(9));
    EXPECT_FALSE(read(answer));
    EXPECT_FALSE(previewOf(asBytes("\xFF\xFF"), 10, 10));
}

Result<trigger::MediaPrint> readPrint(const wire::pb::MediaAnswer& answer) {
    return printOf(asBytes(answer.SerializeAsString()));
}

TEST(MediaAnswer, S47IsAPrintOnlyOfTheRightSizes) {
    auto answer = picture();
    EXPECT_FALSE(readPrint(answer));
    answer.add_frames(std::string(trigger::kPictureSide * trigger::kPictureSide, 'x'));
    EXPECT_TRUE(readPrint(answer));
    answer.add_frames("x");
    EXPECT_FALSE(readPrint(answer));
    answer.clear_frames();
    answer.add_frames("x");
    EXPECT_FALSE(readPrint(answer));
    answer.set_kind(wire::pb::MediaAnswer::CLIP);
    EXPECT_FALSE(readPrint(answer));
    answer.set_kind(wire::pb::MediaAnswer::SOUND);
    EXPECT_FALSE(readPrint(answer));
}

TEST(MediaAnswer, S47IsCutToTheSoundThatAPrintMayHold) {
    wire::pb::MediaAnswer answer;
    answer.set_kind(wire::pb::MediaAnswer::SOUND);
    for (std::uint32_t i = 0; i < 10'000; ++i)
        answer.add_sound(i);
    const auto print = readPrint(answer);
    ASSERT_TRUE(print);
    EXPECT_EQ(std::get<trigger::SoundPrint>(*print).items.size(), trigger::kMostSoundItems);
}

}  // namespace
}  // namespace sesame::media
