// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/reader/play.h"

#include "media/play_frame.h"
#include "media/reader/output.h"
#include "media/reader/resample.h"

#include <algorithm>

namespace sesame::media {
namespace {

std::uint32_t clamped(std::int64_t ms) {
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>(ms, 0, 0xFFFFFFFF));
}

bool writePicture(const Source& source, const AVFrame& frame, Size most, std::int64_t ms) {
    const int turns = source.quarterTurns();
    const Size room = turns % 2 == 0 ? most : Size{most.height, most.width};
    const Raster raster = turned(scaled(frame, fitted({frame.width, frame.height}, room)), turns);
    if (raster.pixels.empty())
        return true;
    return writeOut(
               encodeHeader({PlayFrame::Kind::Picture, clamped(ms), static_cast<std::uint16_t>(raster.width),
                             static_cast<std::uint16_t>(raster.height),
                             static_cast<std::uint32_t>(raster.pixels.size())})) &&
           writeOut(raster.pixels);
}

bool writeSound(const std::vector<std::int16_t>& samples, std::int64_t ms) {
    const std::string_view bytes(reinterpret_cast<const char*>(samples.data()), samples.size() * 2);
    if (bytes.empty() || bytes.size() > kMostPlaySound)
        return true;
    return writeOut(encodeHeader(
               {PlayFrame::Kind::Sound, clamped(ms), 0, 0, static_cast<std::uint32_t>(bytes.size())})) &&
           writeOut(bytes);
}

}  // namespace

void play(Source& source, Size most, std::int64_t fromMs) {
    if (fromMs > 0)
        source.rewind(fromMs);
    const Codec pictures = source.kind() == Kind::Clip ? source.pictureDecoder(0) : Codec();
    const Codec sounds = source.soundDecoder();
    Resample resample(static_cast<int>(kPlayRate), static_cast<int>(kPlayChannels));
    const Track picture{pictures.get(), false, [&](AVFrame& frame) {
                            const std::int64_t ms = source.timeMs(false, frame);
                            return ms < fromMs || writePicture(source, frame, most, ms);
                        }};
    const Track sound{sounds.get(), true, [&](AVFrame& frame) {
                          const std::int64_t ms = source.timeMs(true, frame);
                          return ms < fromMs || writeSound(resample.add(frame), ms);
                      }};
    if (pictures && sounds)
        source.decode({picture, sound});
    else if (pictures)
        source.decode({picture});
    else if (sounds)
        source.decode({sound});
}

}  // namespace sesame::media
