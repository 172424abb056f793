// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/bytes.h"

#include <cstdint>
#include <optional>
#include <variant>

/// Frames of a share on a stream of bytes (docs/protocol-share.md).
namespace sesame::share {

inline constexpr std::size_t kFrameHeaderBytes = 4;
inline constexpr std::size_t kMaxControlBytes = 64UL * 1024;
inline constexpr std::size_t kMaxPieceBytes = 128UL * 1024;
inline constexpr std::size_t kPieceHeaderBytes = 8;
inline constexpr std::size_t kDigestBytes = 32;
/// The longest frame there can be, header and all.
inline constexpr std::size_t kMaxFrameBytes =
    kFrameHeaderBytes + kPieceHeaderBytes + kDigestBytes + kMaxPieceBytes;

enum class FrameKind : std::uint8_t { Control = 1, Piece = 2, LastPiece = 3 };

/// Serialised wire::pb::ShareFrame.
struct Control {
    ByteView bytes;
};

/// The next bytes of a file. The last piece has the BLAKE2b-256 of the whole content, and may be empty.
struct Piece {
    std::uint32_t transfer = 0;
    std::uint32_t file = 0;
    ByteView bytes;
    std::optional<ByteArray<kDigestBytes>> digest;
};

using Frame = std::variant<Control, Piece>;

/// The first four bytes of a frame.
ByteArray<kFrameHeaderBytes> frameHeader(FrameKind kind, std::size_t bodyBytes);
/// The numbers at the front of a piece.
ByteArray<kPieceHeaderBytes> pieceHeader(std::uint32_t transfer, std::uint32_t file);

/// Cuts frames out of what arrives, in a buffer of fixed size. One thread.
class FrameReader {
  public:
    FrameReader() : buffer_(kBufferBytes) {}

    /// Where to read the next bytes to, never empty once peek() said that no frame is complete; then say how
    /// many came. Ends the views of earlier frames.
    std::span<std::byte> room();
    void added(std::size_t bytes) { end_ += bytes; }
    /// The first frame, if it is complete. Malformed as soon as its header is.
    Result<std::optional<Frame>> peek() const;
    /// Drops the frame that peek() gave.
    void pop();

  private:
    static constexpr std::size_t kBufferBytes = 4 * kMaxFrameBytes;

    ByteView waiting() const { return ByteView(buffer_).subspan(begin_, end_ - begin_); }
    Bytes buffer_;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
};

}  // namespace sesame::share
