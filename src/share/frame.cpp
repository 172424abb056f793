// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "share/frame.h"

#include <algorithm>

namespace sesame::share {
namespace {

void put(std::span<std::byte> out, std::uint32_t number) {
    for (std::size_t i = 0; i < 4; ++i)
        out[i] = static_cast<std::byte>(number >> (8 * i));
}

std::uint32_t numberAt(ByteView bytes) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i)
        number |= std::to_integer<std::uint32_t>(bytes[i]) << (8 * i);
    return number;
}

struct Header {
    FrameKind kind = FrameKind::Control;
    std::size_t bodyBytes = 0;
};

Header headerAt(ByteView bytes) {
    const std::uint32_t word = numberAt(bytes);
    return {static_cast<FrameKind>(word >> 24), word & 0xFFFFFFU};
}

Status check(const Header& header) {
    std::size_t least = 1;
    std::size_t most = kMaxControlBytes;
    switch (header.kind) {
        case FrameKind::Control:
            break;
        case FrameKind::Piece:
            least = kPieceHeaderBytes + 1;
            most = kPieceHeaderBytes + kMaxPieceBytes;
            break;
        case FrameKind::LastPiece:
            least = kPieceHeaderBytes + kDigestBytes;
            most = kPieceHeaderBytes + kDigestBytes + kMaxPieceBytes;
            break;
        default:
            return Error{ErrorCode::Malformed, "unknown kind of frame"};
    }
    if (header.bodyBytes < least || header.bodyBytes > most)
        return Error{ErrorCode::Malformed, "a frame of no such length"};
    return {};
}

Frame frameOf(FrameKind kind, ByteView body) {
    if (kind == FrameKind::Control)
        return Control{body};
    Piece piece{numberAt(body), numberAt(body.subspan(4)), body.subspan(kPieceHeaderBytes), std::nullopt};
    if (kind == FrameKind::LastPiece) {
        piece.digest = *toArray<kDigestBytes>(piece.bytes.first(kDigestBytes));
        piece.bytes = piece.bytes.subspan(kDigestBytes);
    }
    return piece;
}

}  // namespace

ByteArray<kFrameHeaderBytes> frameHeader(FrameKind kind, std::size_t bodyBytes) {
    ByteArray<kFrameHeaderBytes> out{};
    put(out, static_cast<std::uint32_t>(bodyBytes) | static_cast<std::uint32_t>(kind) << 24);
    return out;
}

ByteArray<kPieceHeaderBytes> pieceHeader(std::uint32_t transfer, std::uint32_t file) {
    ByteArray<kPieceHeaderBytes> out{};
    put(out, transfer);
    put(std::span(out).subspan(4), file);
    return out;
}

std::span<std::byte> FrameReader::room() {
    if (begin_ == end_) {
        begin_ = end_ = 0;
    } else if (buffer_.size() - begin_ < kMaxFrameBytes) {
        std::copy(buffer_.begin() + static_cast<std::ptrdiff_t>(begin_),
                  buffer_.begin() + static_cast<std::ptrdiff_t>(end_), buffer_.begin());
        end_ -= begin_;
        begin_ = 0;
    }
    return std::span(buffer_).subspan(end_);
}

Result<std::optional<Frame>> FrameReader::peek() const {
    const ByteView bytes = waiting();
    if (bytes.size() < kFrameHeaderBytes)
        return std::optional<Frame>();
    const Header header = headerAt(bytes);
    SESAME_TRY(check(header));
    if (bytes.size() - kFrameHeaderBytes < header.bodyBytes)
        return std::optional<Frame>();
    return std::optional(frameOf(header.kind, bytes.subspan(kFrameHeaderBytes, header.bodyBytes)));
}

void FrameReader::pop() {
    begin_ += kFrameHeaderBytes + headerAt(waiting()).bodyBytes;
    SESAME_ASSERT(begin_ <= end_);
}

}  // namespace sesame::share
