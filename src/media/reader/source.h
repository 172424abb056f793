// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/reader/ff.h"

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>

namespace sesame::media {

enum class Kind { Other, Picture, Sound, Clip };

/// By how many quarters to the right a picture is turned to stand upright. Null: none.
int quarterTurnsOf(const std::int32_t* displayMatrix);

/// One kind of frame that decode() hands over.
struct Track {
    AVCodecContext* decoder = nullptr;
    bool isSound = false;
    std::function<bool(AVFrame&)> take;  ///< false: enough of everything
};

/// What lies on standard input, opened. Only formats and codecs of a closed list are looked at, and no format
/// may lead to a second file.
class Source {
  public:
    static std::optional<Source> open();

    Kind kind() const { return kind_; }
    /// 0: not known, or a picture.
    std::int64_t durationMs() const;
    int quarterTurns() const { return quarterTurns_; }

    /// Null if there is nothing to decode, or it is of no known kind. `lowres`: a photo comes out at 1/2 to
    /// the power of this of its size, where its format allows that; up to 3.
    Codec pictureDecoder(int lowres) const;
    Codec soundDecoder() const;

    /// The frames of these tracks, in the order of the file, until one of them has enough or the end.
    void decode(std::initializer_list<const Track> tracks);
    /// To the last place before this from which it can be decoded.
    void rewind(std::int64_t ms);
    /// When the frame is due, from the beginning of its stream.
    std::int64_t timeMs(bool ofSound, const AVFrame& frame) const;

  private:
    explicit Source(Format format);
    Codec decoderOf(int stream, int lowres) const;

    Format format_;
    Kind kind_ = Kind::Other;
    int picture_ = -1;
    int sound_ = -1;
    int quarterTurns_ = 0;
};

}  // namespace sesame::media
