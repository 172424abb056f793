// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "share/peer_link.h"

#include "sesame/wire/frame.h"

#include <sys/socket.h>

#include <algorithm>
#include <cerrno>

namespace sesame::share {
namespace {

bool wouldWait() {
    return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
}

template <typename Container>
auto at(Container& bytes, std::size_t place) {
    return bytes.begin() + static_cast<std::ptrdiff_t>(place);
}

}  // namespace

bool PeerLink::receive() {
    const auto room = reader_.room();
    const ssize_t got = ::recv(socket_.get(), room.data(), room.size(), MSG_DONTWAIT);
    if (got > 0)
        reader_.added(static_cast<std::size_t>(got));
    return got > 0 || (got < 0 && wouldWait());
}

void PeerLink::write(const pb::ShareFrame& frame) {
    const Bytes body = wire::serialise(frame);
    SESAME_ASSERT(body.size() <= kMaxControlBytes);
    const auto header = frameHeader(FrameKind::Control, body.size());
    out_.insert(out_.end(), header.begin(), header.end());
    out_.insert(out_.end(), body.begin(), body.end());
}

std::span<std::byte> PeerLink::piece(std::size_t size, bool last) {
    pieceAt_ = out_.size();
    const std::size_t front = kFrameHeaderBytes + kPieceHeaderBytes + (last ? kDigestBytes : 0);
    out_.resize(pieceAt_ + front + size);
    return std::span(out_).subspan(pieceAt_ + front);
}

void PeerLink::sendPiece(std::uint32_t transfer, std::uint32_t file, const ByteArray<kDigestBytes>* digest) {
    const FrameKind kind = digest != nullptr ? FrameKind::LastPiece : FrameKind::Piece;
    const auto header = frameHeader(kind, out_.size() - pieceAt_ - kFrameHeaderBytes);
    const auto numbers = pieceHeader(transfer, file);
    auto place = std::copy(header.begin(), header.end(), at(out_, pieceAt_));
    place = std::copy(numbers.begin(), numbers.end(), place);
    if (digest != nullptr)
        std::copy(digest->begin(), digest->end(), place);
}

bool PeerLink::flush() {
    while (waiting() > 0) {
        const ssize_t sent =
            ::send(socket_.get(), out_.data() + sent_, waiting(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent <= 0) {
            const bool whole = sent < 0 && wouldWait();
            // What was sent makes room once it is the larger part.
            if (sent_ > waiting()) {
                out_.erase(out_.begin(), at(out_, sent_));
                sent_ = 0;
            }
            return whole;
        }
        sent_ += static_cast<std::size_t>(sent);
    }
    out_.clear();
    sent_ = 0;
    return true;
}

}  // namespace sesame::share
