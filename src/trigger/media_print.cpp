// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/trigger/media_print.h"

#include "trigger/grey_field.h"
#include "trigger/sound_match.h"

#include <algorithm>

namespace sesame::trigger {
namespace {

constexpr std::uint32_t kLongestSide = 1U << 16;
constexpr std::size_t kLeastSoundItems = 24;
constexpr std::size_t kLeastFrames = 4;
constexpr float kLeastFineContrast = 4;   // of 255
constexpr float kLeastFrameContrast = 4;  // of 255
constexpr float kLeastMotion = 2;         // mean change from one frame to the next, of 255

std::optional<MediaProblem> problemOf(const PicturePrint& picture) {
    const GreyField field = fieldOf(picture.grey, kPictureSide);
    if (contrastOf(highPassed(field, kPictureSide / 10)) < kLeastFineContrast)
        return MediaProblem::TooPlain;
    return std::nullopt;
}

std::optional<MediaProblem> problemOf(const SoundPrint& sound) {
    if (sound.items.size() < kLeastSoundItems)
        return MediaProblem::TooShort;
    if (tellingItems(sound) * 2 < sound.items.size())
        return MediaProblem::Silent;
    return std::nullopt;
}

float motionOf(const ClipPrint& clip) {
    double sum = 0;
    for (std::size_t i = 1; i < clip.frames.size(); ++i)
        for (std::size_t k = 0; k < clip.frames[i].size(); ++k)
            sum += std::abs(std::to_integer<int>(clip.frames[i][k]) -
                            std::to_integer<int>(clip.frames[i - 1][k]));
    return static_cast<float>(sum / static_cast<double>((clip.frames.size() - 1) * kFrameSide * kFrameSide));
}

std::optional<MediaProblem> problemOf(const ClipPrint& clip) {
    if (clip.frames.size() < kLeastFrames)
        return MediaProblem::TooShort;
    const bool showsSomething = std::ranges::any_of(clip.frames, [](const Bytes& frame) {
        return contrastOf(highPassed(fieldOf(frame, kFrameSide), kFrameSide / 10)) >= kLeastFrameContrast;
    });
    if (!showsSomething)
        return MediaProblem::TooDark;
    if (motionOf(clip) < kLeastMotion)
        return MediaProblem::TooStill;
    return std::nullopt;
}

bool isLegalPrint(const PicturePrint& picture) {
    return picture.grey.size() == kPictureSide * kPictureSide && picture.width > 0 && picture.height > 0 &&
           picture.width <= kLongestSide && picture.height <= kLongestSide;
}

bool isLegalPrint(const SoundPrint& sound) {
    return !sound.items.empty() && sound.items.size() <= kMostSoundItems;
}

bool isLegalPrint(const ClipPrint& clip) {
    return !clip.frames.empty() && clip.frames.size() <= kMostFrames &&
           clip.sound.items.size() <= kMostClipSoundItems &&
           std::ranges::all_of(clip.frames,
                               [](const Bytes& frame) { return frame.size() == kFrameSide * kFrameSide; });
}

}  // namespace

const char* name(MediaKind kind) {
    switch (kind) {
        case MediaKind::Picture:
            return "picture";
        case MediaKind::Sound:
            return "sound";
        case MediaKind::Clip:
            return "clip";
    }
    return "picture";
}

const char* name(MediaProblem problem) {
    switch (problem) {
        case MediaProblem::Illegal:
            return "media-illegal";
        case MediaProblem::TooPlain:
            return "media-too-plain";
        case MediaProblem::TooShort:
            return "media-too-short";
        case MediaProblem::Silent:
            return "media-silent";
        case MediaProblem::TooDark:
            return "media-too-dark";
        case MediaProblem::TooStill:
            return "media-too-still";
        case MediaProblem::LikeAnotherRule:
            return "media-like-another-rule";
        case MediaProblem::TooMany:
            return "media-too-many";
    }
    return "media-illegal";
}

MediaKind kindOf(const MediaPrint& print) {
    return static_cast<MediaKind>(print.index() + 1);
}

bool isLegal(const MediaPrint& print) {
    return std::visit([](const auto& value) { return isLegalPrint(value); }, print);
}

std::optional<MediaProblem> checkMedia(const MediaPrint& print) {
    if (!isLegal(print))
        return MediaProblem::Illegal;
    return std::visit([](const auto& value) { return problemOf(value); }, print);
}

}  // namespace sesame::trigger
