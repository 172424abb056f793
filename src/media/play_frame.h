// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/bytes.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace sesame::media {

/// What the reader of media writes while it plays: one frame after the other. All numbers are little-endian.
///   kind (1 byte), time in ms (4), width (2), height (2), length of what follows (4)
struct PlayFrame {
    enum class Kind : std::uint8_t { Sound = 'A', Picture = 'V' };
    Kind kind = Kind::Sound;
    std::uint32_t ms = 0;
    std::uint16_t width = 0;   ///< of a picture
    std::uint16_t height = 0;  ///< of a picture
    std::uint32_t length = 0;
};

inline constexpr std::size_t kPlayHeader = 13;
inline constexpr std::uint32_t kPlayRate = 48'000;    ///< samples a second, 16-bit
inline constexpr std::uint32_t kPlayChannels = 2;     ///< interleaved
inline constexpr std::uint32_t kMostPlaySide = 1280;  ///< pixels
inline constexpr std::uint32_t kMostPlaySound = 1U << 20;

std::string encodeHeader(const PlayFrame& frame);

/// Malformed for a kind that is not known, a picture whose length is not that of its pixels, or too much of
/// anything. `header` has kPlayHeader bytes.
Result<PlayFrame> decodeHeader(ByteView header);

}  // namespace sesame::media
