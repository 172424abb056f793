// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/play_feed.h"

#include "film_writer.h"
#include "support/temporary_directory.h"

#include <gtest/gtest.h>

#include <chrono>

namespace sesame::media {
namespace {

constexpr std::uint32_t kAnyTime = 0xFFFFFFFF;
constexpr std::chrono::seconds kPatience{30};

class Play : public testing::Test {
  protected:
    void SetUp() override {
        ASSERT_TRUE(writeFilm(path(), {160, 120}, 3, 10, [](int frame) {
            QImage image(160, 120, QImage::Format_RGB32);
            image.fill(QColor(8 * frame, 100, 100));
            return image;
        }));
    }

    std::filesystem::path path() const { return folder_.path() / "film.mkv"; }

    PlayFeed from(int ms) const { return {path().string(), {"play", "80", "80", std::to_string(ms)}}; }

    test::TemporaryDirectory folder_;
};

struct Taken {
    std::vector<std::uint32_t> pictures;
    std::size_t soundBytes = 0;
    std::uint32_t firstSound = kAnyTime;
};

// As a player does, only without waiting for the time.
Taken takeAll(PlayFeed& feed) {
    Taken out;
    const auto end = std::chrono::steady_clock::now() + kPatience;
    while (!feed.atEnd() && std::chrono::steady_clock::now() < end) {
        const std::uint32_t next = out.pictures.empty() ? 0 : out.pictures.back() + 100;
        if (const auto picture =
                feed.takePicture(std::max(next, out.firstSound == kAnyTime ? 0 : out.firstSound)))
            out.pictures.push_back(picture->frame.ms);
        if (const auto sound = feed.takeSound(kAnyTime)) {
            out.firstSound = std::min(out.firstSound, sound->frame.ms);
            out.soundBytes += sound->content.size();
        }
        std::this_thread::yield();
    }
    return out;
}

TEST_F(Play, HandsOverAllSoundAndThePicturesInOrder) {
    PlayFeed feed = from(0);
    const Taken taken = takeAll(feed);
    EXPECT_TRUE(feed.readable());
    EXPECT_GE(taken.pictures.size(), 15U);
    EXPECT_TRUE(std::is_sorted(taken.pictures.begin(), taken.pictures.end()));
    const double seconds = static_cast<double>(taken.soundBytes) / (kPlayRate * kPlayChannels * 2);
    EXPECT_NEAR(seconds, 3, 0.2);
}

TEST_F(Play, BeginsWhereItIsToldTo) {
    PlayFeed feed = from(2000);
    const Taken taken = takeAll(feed);
    EXPECT_GE(taken.firstSound, 2000U);
    const double seconds = static_cast<double>(taken.soundBytes) / (kPlayRate * kPlayChannels * 2);
    EXPECT_NEAR(seconds, 1, 0.2);
}

TEST_F(Play, LeavesAPictureForItsTime) {
    PlayFeed feed = from(0);
    const auto end = std::chrono::steady_clock::now() + kPatience;
    std::optional<PlayFeed::Piece> first;
    while (!first && std::chrono::steady_clock::now() < end)
        first = feed.takePicture(0);
    ASSERT_TRUE(first);
    EXPECT_EQ(first->frame.width, 80);
    EXPECT_EQ(first->frame.height, 60);
    EXPECT_FALSE(feed.takePicture(50));
}

TEST_F(Play, EndsAtOnceWhenNobodyWantsMore) {
    const auto begin = std::chrono::steady_clock::now();
    for (int round = 0; round < 3; ++round)
        const PlayFeed feed = from(0);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, kPatience / 3);
}

TEST_F(Play, HasNothingOfAFileThatIsNone) {
    PlayFeed feed((folder_.path() / "missing").string(), {"play", "80", "80", "0"});
    const Taken taken = takeAll(feed);
    EXPECT_FALSE(feed.readable());
    EXPECT_TRUE(taken.pictures.empty());
}

}  // namespace
}  // namespace sesame::media
