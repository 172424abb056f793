// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/crypto/secret.h"

#include <memory>

/// libsodium secretstream for bulk data: order, completeness and end are authenticated. One thread at a time.
namespace sesame::crypto {

class StreamSealer {
  public:
    explicit StreamSealer(const Key& key);
    ~StreamSealer();
    StreamSealer(StreamSealer&&) noexcept;
    /// Goes to the other end first; 24 bytes.
    const ByteArray<24>& header() const { return header_; }
    Bytes seal(ByteView chunk);
    /// The last chunk; a stream without it was cut off.
    Bytes sealFinal(ByteView chunk);

  private:
    struct State;
    std::unique_ptr<State> state_;
    ByteArray<24> header_{};
};

class StreamOpener {
  public:
    struct Chunk {
        Bytes data;
        bool final = false;
    };
    static Result<StreamOpener> create(const Key& key, const ByteArray<24>& header);
    ~StreamOpener();
    StreamOpener(StreamOpener&&) noexcept;
    /// Refused for a chunk that is altered, missing its turn, or after the final one. Later chunks are then
    /// refused too.
    Result<Chunk> open(ByteView sealed);

  private:
    struct State;
    explicit StreamOpener(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace sesame::crypto
