// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/bytes.h"
#include "sesame/trigger/match_kind.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

/// What is kept of a picture, a sound or a clip that is the key of a rule. Pure values; any thread.
namespace sesame::trigger {

enum class MediaKind : std::uint8_t { Picture = 1, Sound = 2, Clip = 3 };
const char* name(MediaKind kind);  ///< "picture", "sound", "clip"

inline constexpr std::size_t kPictureSide = 64;
inline constexpr std::size_t kFrameSide = 24;
inline constexpr std::size_t kMostFrames = 20;
inline constexpr std::int64_t kFrameStepMs = 500;
inline constexpr std::size_t kMostSoundItems = 3000;     ///< about six minutes
inline constexpr std::size_t kMostClipSoundItems = 256;  ///< about half a minute
inline constexpr std::size_t kMostMediaRules = 20;       ///< of one pair: each is looked at

/// A picture made small: grey, squashed to a square (area average of the upright picture).
struct PicturePrint {
    Bytes grey;  ///< kPictureSide², row by row, 0 is black
    std::uint32_t width = 0;
    std::uint32_t height = 0;  ///< of the original, for its shape
    bool operator==(const PicturePrint&) const = default;
};

/// Chromaprint's raw items (algorithm TEST2), about 8 a second; the first stands for 2.6 s of sound.
struct SoundPrint {
    std::vector<std::uint32_t> items;
    bool operator==(const SoundPrint&) const = default;
};

/// One grey frame of kFrameSide² each kFrameStepMs, and the sound if it has any.
struct ClipPrint {
    std::vector<Bytes> frames;
    SoundPrint sound;
    bool operator==(const ClipPrint&) const = default;
};

using MediaPrint = std::variant<PicturePrint, SoundPrint, ClipPrint>;
MediaKind kindOf(const MediaPrint& print);

/// Of the right sizes and within the limits: a rule that carries it stays below 14 KiB.
bool isLegal(const MediaPrint& print);

/// Why something may not be a key.
enum class MediaProblem : std::uint8_t {
    Illegal,
    TooPlain,
    TooShort,
    Silent,
    TooDark,
    TooStill,
    LikeAnotherRule,  ///< near to what another rule of the same pair holds
    TooMany,          ///< the pair has as many such rules as it may have
};
/// Stable name for JSON and logs ("media-too-short").
const char* name(MediaProblem problem);
std::optional<MediaProblem> checkMedia(const MediaPrint& print);

/// How something sent relates to what a rule holds. Prints of two kinds, and prints that are not legal or
/// may not be a key, are No.
MatchKind compare(const MediaPrint& rule, const MediaPrint& sent);

}  // namespace sesame::trigger
