// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/trigger/media_print.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace sesame::trigger {
namespace {

/// A scene of discs and bars, seen through a window of the unit square.
class Scene {
  public:
    explicit Scene(unsigned seed, int shapes = 40, double largest = 0.12) {
        std::mt19937 dice(seed);
        const auto part = [&] { return static_cast<double>(dice() % 10'000) / 10'000; };
        for (int i = 0; i < shapes; ++i)
            shapes_.push_back(
                {part(), part(), largest / 4 + part() * largest, 30 + part() * 200, i % 2 == 0});
    }

    Bytes seen(std::size_t side, double left = 0, double top = 0, double width = 1, double height = 1,
               double gain = 1, double lift = 0) const {
        Bytes grey(side * side);
        constexpr int kFine = 4;
        for (std::size_t y = 0; y < side; ++y)
            for (std::size_t x = 0; x < side; ++x) {
                double sum = 0;
                for (int i = 0; i < kFine * kFine; ++i)
                    sum += at(left + width * (static_cast<double>(x) + (i % kFine + 0.5) / kFine) /
                                         static_cast<double>(side),
                              top + height * (static_cast<double>(y) + (i / kFine + 0.5) / kFine) /
                                        static_cast<double>(side));
                const double value = std::clamp(sum / (kFine * kFine) * gain + lift, 0.0, 255.0);
                grey[y * side + x] = static_cast<std::byte>(value);
            }
        return grey;
    }

  private:
    struct Shape {
        double x, y, size, grey;
        bool isDisc;
    };
    double at(double x, double y) const {
        double value = 80 + 60 * y;
        for (const Shape& s : shapes_) {
            const bool inside = s.isDisc ? std::hypot(x - s.x, y - s.y) < s.size
                                         : std::abs(x - s.x) < s.size && std::abs(y - s.y) < s.size / 2;
            if (inside)
                value = s.grey;
        }
        return value;
    }
    std::vector<Shape> shapes_;
};

PicturePrint photo(unsigned seed) {
    return {Scene(seed).seen(kPictureSide), 1200, 900};
}

SoundPrint sound(unsigned seed, std::size_t items) {
    std::mt19937 dice(seed);
    SoundPrint print;
    for (std::size_t i = 0; i < items; ++i)
        print.items.push_back(static_cast<std::uint32_t>(dice()));
    return print;
}

ClipPrint clip(unsigned seed, std::size_t frames, std::size_t first = 0) {
    ClipPrint print;
    const Scene scene(seed);
    for (std::size_t i = first; i < first + frames; ++i)
        print.frames.push_back(scene.seen(kFrameSide, 0.06 * static_cast<double>(i), 0, 0.4, 0.4));
    return print;
}

/// The camera goes round over the scene; `start` in frames.
ClipPrint wanderingClip(unsigned seed, std::size_t frames, double start) {
    ClipPrint print;
    const Scene scene(seed);
    for (std::size_t i = 0; i < frames; ++i) {
        const double time = start + static_cast<double>(i);
        print.frames.push_back(scene.seen(kFrameSide, 0.25 + 0.22 * std::sin(0.7 * seed + 0.4 * time),
                                          0.25 + 0.22 * std::cos(1.4 * seed + 0.3 * time), 0.5, 0.5));
    }
    return print;
}

TEST(MediaPicture, MatchesItself) {
    for (unsigned seed = 0; seed < 20; ++seed)
        EXPECT_EQ(compare(photo(seed), photo(seed)), MatchKind::Match) << seed;
}

TEST(MediaPicture, MatchesWhenCroppedOrMadeLighter) {
    for (unsigned seed = 0; seed < 20; ++seed) {
        const Scene scene(seed);
        const PicturePrint cropped{scene.seen(kPictureSide, 0.05, 0.05, 0.9, 0.9), 1080, 810};
        EXPECT_EQ(compare(photo(seed), cropped), MatchKind::Match) << seed;
        const PicturePrint oneSide{scene.seen(kPictureSide, 0.08, 0, 0.92, 1), 1104, 900};
        EXPECT_EQ(compare(photo(seed), oneSide), MatchKind::Match) << seed;
        const PicturePrint lighter{scene.seen(kPictureSide, 0, 0, 1, 1, 0.7, 50), 300, 225};
        EXPECT_EQ(compare(photo(seed), lighter), MatchKind::Match) << seed;
    }
}

TEST(MediaPicture, IsNotAnotherOne) {
    std::vector<PicturePrint> photos;
    for (unsigned seed = 0; seed < 30; ++seed)
        photos.push_back(photo(seed));
    for (std::size_t a = 0; a < photos.size(); ++a)
        for (std::size_t b = a + 1; b < photos.size(); ++b)
            EXPECT_EQ(compare(photos[a], photos[b]), MatchKind::No) << a << " " << b;
}

// A crop makes other greys of what is as small as a pixel; but so many small things lie alike by no chance.
TEST(MediaPicture, MatchesWhenFullOfSmallThingsAndCropped) {
    for (unsigned seed = 0; seed < 2; ++seed) {
        const Scene scene(seed, 1500, 0.012);
        const PicturePrint whole{scene.seen(kPictureSide), 1200, 900};
        const PicturePrint cropped{scene.seen(kPictureSide, 0.03, 0.03, 0.94, 0.94), 1128, 846};
        EXPECT_EQ(compare(whole, cropped), MatchKind::Match) << seed;
        const PicturePrint other{Scene(seed + 100, 1500, 0.012).seen(kPictureSide), 1200, 900};
        EXPECT_EQ(compare(whole, other), MatchKind::No) << seed;
    }
}

TEST(MediaPicture, MayNotBePlain) {
    const PicturePrint plain{Bytes(kPictureSide * kPictureSide, std::byte{90}), 100, 100};
    EXPECT_EQ(checkMedia(plain), MediaProblem::TooPlain);
    EXPECT_EQ(compare(plain, plain), MatchKind::No);
}

TEST(MediaSound, MatchesWhenTrimmedAndSlightlyWrong) {
    const SoundPrint whole = sound(1, 200);
    SoundPrint part{{whole.items.begin() + 40, whole.items.end() - 20}};
    for (std::size_t i = 0; i < part.items.size(); i += 2)
        part.items[i] ^= 0x15U;
    EXPECT_EQ(compare(whole, part), MatchKind::Match);
    EXPECT_EQ(compare(part, whole), MatchKind::Match);
}

TEST(MediaSound, IsNotAnotherOne) {
    for (unsigned seed = 2; seed < 200; ++seed)
        EXPECT_EQ(compare(sound(1, 200), sound(seed, 200)), MatchKind::No) << seed;
}

TEST(MediaSound, MayNotBeShortOrSilent) {
    EXPECT_EQ(checkMedia(sound(1, 10)), MediaProblem::TooShort);
    const SoundPrint silence{std::vector<std::uint32_t>(100, 627964279U)};
    EXPECT_EQ(checkMedia(silence), MediaProblem::Silent);
    EXPECT_EQ(compare(silence, silence), MatchKind::No);
}

TEST(MediaClip, MatchesWhenItsStartIsCutOff) {
    EXPECT_EQ(compare(clip(1, 10), clip(1, 10)), MatchKind::Match);
    EXPECT_EQ(compare(clip(1, 10), clip(1, 7, 3)), MatchKind::Match);
}

TEST(MediaClip, MatchesWhenItsStartIsCutOffBetweenTwoFramesAndTheCameraWanders) {
    for (unsigned seed = 0; seed < 2; ++seed) {
        const MediaPrint whole = wanderingClip(seed, 20, 0);
        EXPECT_EQ(compare(whole, wanderingClip(seed, 18, 1.4)), MatchKind::Match) << seed;
        EXPECT_EQ(compare(whole, wanderingClip(seed + 20, 20, 0)), MatchKind::No) << seed;
    }
}

TEST(MediaClip, IsNotAnotherOne) {
    EXPECT_EQ(compare(clip(1, 10), clip(2, 10)), MatchKind::No);
}

TEST(MediaClip, IsAtMostNearWithoutItsSound) {
    ClipPrint withSound = clip(1, 10);
    withSound.sound = sound(1, 40);
    EXPECT_EQ(compare(withSound, withSound), MatchKind::Match);
    EXPECT_EQ(compare(withSound, clip(1, 10)), MatchKind::Near);
    ClipPrint otherSound = clip(1, 10);
    otherSound.sound = sound(2, 40);
    EXPECT_EQ(compare(withSound, otherSound), MatchKind::Near);
}

TEST(MediaClip, MayNotBeShortDarkOrStill) {
    EXPECT_EQ(checkMedia(clip(1, 2)), MediaProblem::TooShort);
    EXPECT_EQ(checkMedia(ClipPrint{std::vector(10, Bytes(kFrameSide * kFrameSide)), {}}),
              MediaProblem::TooDark);
    EXPECT_EQ(checkMedia(ClipPrint{std::vector(10, clip(1, 1).frames[0]), {}}), MediaProblem::TooStill);
}

TEST(MediaPrint, MatchesNothingOfAnotherKind) {
    const std::vector<MediaPrint> prints{photo(1), sound(1, 100), clip(1, 10)};
    for (const MediaPrint& a : prints)
        for (const MediaPrint& b : prints)
            if (kindOf(a) != kindOf(b)) {
                EXPECT_EQ(compare(a, b), MatchKind::No);
            }
}

TEST(MediaPrint, IsIllegalOutsideItsSizes) {
    EXPECT_FALSE(isLegal(PicturePrint{}));
    EXPECT_FALSE(isLegal(PicturePrint{Bytes(kPictureSide * kPictureSide), 0, 10}));
    EXPECT_FALSE(isLegal(SoundPrint{}));
    EXPECT_FALSE(isLegal(sound(1, kMostSoundItems + 1)));
    EXPECT_FALSE(isLegal(ClipPrint{}));
    EXPECT_FALSE(isLegal(clip(1, kMostFrames + 1)));
    EXPECT_FALSE(isLegal(ClipPrint{{Bytes(3)}, {}}));
    EXPECT_EQ(checkMedia(PicturePrint{}), MediaProblem::Illegal);
    EXPECT_EQ(compare(PicturePrint{}, PicturePrint{}), MatchKind::No);
}

}  // namespace
}  // namespace sesame::trigger
