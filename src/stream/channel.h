// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/crypto/random.h"
#include "sesame/crypto/stream.h"
#include "sesame/stream/stream.h"

#include <optional>

/// What two clients say to each other over a relay, sealed (docs/protocol-streams.md). No sockets.
namespace sesame::stream {

/// The other side's user was handed this many more bytes, the last of them so long ago.
struct Credit {
    std::uint32_t bytes = 0;
    std::uint32_t heldUs = 0;
};

/// One opened message.
struct Opened {
    Bytes data{};  ///< for the user; may be empty
    std::optional<Credit> credit{};
    bool final = false;
};

/// Reads what came out of the seal. Malformed for an unknown kind or a wrong length.
Result<Opened> readFrame(Bytes opened, bool final);

/// The keys and the order of one connection's messages. One thread.
class Channel {
  public:
    static constexpr std::size_t kChunkBytes = 60UL * 1024;  ///< of data in one message
    static constexpr std::byte kData{0};                     ///< first byte of a data frame

    Channel(Terms::Role role, crypto::Key secret, crypto::Random& random);

    /// The first message: what makes the keys of this connection new.
    Bytes hello() const;
    /// The other side's first message; the answer is the second message.
    Result<Bytes> takeHello(ByteView message);
    /// The other side's second message. From here on the channel is open.
    Status takeHeader(ByteView message);

    /// `frame`: kData and the data.
    Bytes sealData(ByteView frame) { return sealer_->seal(frame); }
    Bytes sealCredit(const Credit& credit);
    /// The last message: there is no more data.
    Bytes sealFinal();

    /// Refused for what the other side did not send so, or not now.
    Result<Opened> open(ByteView message);

  private:
    crypto::Key secret_;
    Terms::Role role_;
    ByteArray<32> nonce_;
    std::optional<crypto::Key> receiving_;
    std::optional<crypto::StreamSealer> sealer_;
    std::optional<crypto::StreamOpener> opener_;
};

}  // namespace sesame::stream
