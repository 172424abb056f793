// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "share/control.h"
#include "share/frame.h"

#include "sesame/base/descriptor.h"

namespace sesame::share {

/// Frames to and from the other side, over a connected socket that is never waited for. Memory is bounded as
/// long as its user writes only while there is room. One thread.
class PeerLink {
  public:
    static constexpr std::size_t kHighWater = 2 * kMaxFrameBytes;

    explicit PeerLink(Descriptor socket) : socket_(std::move(socket)) {}

    int fd() const { return socket_.get(); }
    /// Takes what has come. False: the other side is gone.
    bool receive();
    FrameReader& frames() { return reader_; }

    bool hasRoom() const { return waiting() < kHighWater; }
    std::size_t waiting() const { return out_.size() - sent_; }
    void write(const pb::ShareFrame& frame);
    /// Where to put the next bytes of a file, `size` of them; then sendPiece(), or nothing if they could not
    /// be had.
    std::span<std::byte> piece(std::size_t size, bool last);
    void sendPiece(std::uint32_t transfer, std::uint32_t file, const ByteArray<kDigestBytes>* digest);
    void dropPiece() { out_.resize(pieceAt_); }
    /// Sends as much as goes. False: the other side is gone.
    bool flush();

  private:
    Descriptor socket_;
    FrameReader reader_;
    Bytes out_;
    std::size_t sent_ = 0;     // of out_
    std::size_t pieceAt_ = 0;  // where the piece that is being made begins
};

}  // namespace sesame::share
