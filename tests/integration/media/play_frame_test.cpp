// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/play_frame.h"

#include <gtest/gtest.h>

namespace sesame::media {
namespace {

Result<PlayFrame> again(const PlayFrame& frame) {
    return decodeHeader(asBytes(encodeHeader(frame)));
}

TEST(PlayFrame, IsReadAsItWasWritten) {
    const auto sound = again({PlayFrame::Kind::Sound, 70'000, 0, 0, 4096});
    ASSERT_TRUE(sound);
    EXPECT_EQ(sound->ms, 70'000U);
    EXPECT_EQ(sound->length, 4096U);
    const auto picture = again({PlayFrame::Kind::Picture, 40, 640, 360, 640 * 360 * 4});
    ASSERT_TRUE(picture);
    EXPECT_EQ(picture->width, 640);
    EXPECT_EQ(picture->height, 360);
}

TEST(PlayFrame, S47IsRefusedWhenItCannotBe) {
    EXPECT_FALSE(again({static_cast<PlayFrame::Kind>('X'), 0, 0, 0, 0}));
    EXPECT_FALSE(again({PlayFrame::Kind::Picture, 0, 640, 360, 640 * 360 * 3}));
    EXPECT_FALSE(again({PlayFrame::Kind::Picture, 0, 0, 360, 0}));
    EXPECT_FALSE(again({PlayFrame::Kind::Picture, 0, 2000, 1000, 8'000'000}));
    EXPECT_FALSE(again({PlayFrame::Kind::Sound, 0, 0, 0, kMostPlaySound + 4}));
    EXPECT_FALSE(again({PlayFrame::Kind::Sound, 0, 0, 0, 3}));
}

}  // namespace
}  // namespace sesame::media
