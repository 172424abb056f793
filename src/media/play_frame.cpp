// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/play_frame.h"

namespace sesame::media {
namespace {

void put(std::string& out, std::uint32_t number, int bytes) {
    for (int i = 0; i < bytes; ++i)
        out += static_cast<char>(number >> (8 * i) & 0xFF);
}

std::uint32_t take(ByteView& from, std::size_t bytes) {
    std::uint32_t out = 0;
    for (std::size_t i = 0; i < bytes; ++i)
        out |= static_cast<std::uint32_t>(from[i]) << (8 * i);
    from = from.subspan(bytes);
    return out;
}

bool isLegal(const PlayFrame& frame) {
    if (frame.kind == PlayFrame::Kind::Sound)
        return frame.width == 0 && frame.height == 0 && frame.length <= kMostPlaySound &&
               frame.length % (2 * kPlayChannels) == 0;
    return frame.kind == PlayFrame::Kind::Picture && frame.width > 0 && frame.height > 0 &&
           frame.width <= kMostPlaySide && frame.height <= kMostPlaySide &&
           frame.length == std::uint32_t{4} * frame.width * frame.height;
}

}  // namespace

std::string encodeHeader(const PlayFrame& frame) {
    std::string out;
    put(out, static_cast<std::uint8_t>(frame.kind), 1);
    put(out, frame.ms, 4);
    put(out, frame.width, 2);
    put(out, frame.height, 2);
    put(out, frame.length, 4);
    return out;
}

Result<PlayFrame> decodeHeader(ByteView header) {
    SESAME_ASSERT(header.size() == kPlayHeader);
    PlayFrame out;
    out.kind = static_cast<PlayFrame::Kind>(take(header, 1));
    out.ms = take(header, 4);
    out.width = static_cast<std::uint16_t>(take(header, 2));
    out.height = static_cast<std::uint16_t>(take(header, 2));
    out.length = take(header, 4);
    if (!isLegal(out))
        return Error{ErrorCode::Malformed, "not a frame of a film or sound"};
    return out;
}

}  // namespace sesame::media
