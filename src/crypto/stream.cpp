// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/crypto/stream.h"

#include "crypto/checked.h"

namespace sesame::crypto {
namespace {

constexpr std::size_t kOverhead = crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr unsigned char kMessageTag = crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;
constexpr unsigned char kFinalTag = crypto_secretstream_xchacha20poly1305_TAG_FINAL;

/// The library's state, wiped at the end.
struct StreamState {
    crypto_secretstream_xchacha20poly1305_state sodium{};
    bool closed = false;

    StreamState() = default;
    StreamState(const StreamState&) = delete;
    StreamState& operator=(const StreamState&) = delete;
    ~StreamState() { sodium_memzero(&sodium, sizeof sodium); }

    Bytes push(ByteView chunk, unsigned char tag) {
        SESAME_ASSERT(!closed);
        closed = tag == kFinalTag;
        Bytes sealed(chunk.size() + kOverhead);
        must(crypto_secretstream_xchacha20poly1305_push(&sodium, out(sealed), nullptr, in(chunk),
                                                        chunk.size(), nullptr, 0, tag));
        return sealed;
    }
};

}  // namespace

struct StreamSealer::State : StreamState {};
struct StreamOpener::State : StreamState {};

StreamSealer::StreamSealer(const Key& key) : state_(std::make_unique<State>()) {
    static_assert(sizeof header_ == crypto_secretstream_xchacha20poly1305_HEADERBYTES);
    must(crypto_secretstream_xchacha20poly1305_init_push(&state_->sodium, out(header_), in(key.view())));
}
StreamSealer::~StreamSealer() = default;
StreamSealer::StreamSealer(StreamSealer&&) noexcept = default;

Bytes StreamSealer::seal(ByteView chunk) {
    return state_->push(chunk, kMessageTag);
}

Bytes StreamSealer::sealFinal(ByteView chunk) {
    return state_->push(chunk, kFinalTag);
}

StreamOpener::StreamOpener(std::unique_ptr<State> state) : state_(std::move(state)) {
}
StreamOpener::~StreamOpener() = default;
StreamOpener::StreamOpener(StreamOpener&&) noexcept = default;

Result<StreamOpener> StreamOpener::create(const Key& key, const ByteArray<24>& header) {
    auto state = std::make_unique<State>();
    if (!succeeded(
            crypto_secretstream_xchacha20poly1305_init_pull(&state->sodium, in(header), in(key.view()))))
        return Error{ErrorCode::Refused, "bad stream header"};
    return StreamOpener(std::move(state));
}

Result<StreamOpener::Chunk> StreamOpener::open(ByteView sealed) {
    if (state_->closed)
        return Error{ErrorCode::Refused, "stream is closed"};
    state_->closed = true;
    if (sealed.size() < kOverhead)
        return Error{ErrorCode::Malformed, "stream chunk too short"};
    Chunk chunk{Bytes(sealed.size() - kOverhead), false};
    unsigned char tag = 0;
    if (!succeeded(crypto_secretstream_xchacha20poly1305_pull(&state_->sodium, out(chunk.data), nullptr, &tag,
                                                              in(sealed), sealed.size(), nullptr, 0)))
        return Error{ErrorCode::Refused, "stream chunk altered or out of turn"};
    if (tag != kMessageTag && tag != kFinalTag)
        return Error{ErrorCode::Refused, "unknown stream tag"};
    chunk.final = tag == kFinalTag;
    state_->closed = chunk.final;
    return chunk;
}

}  // namespace sesame::crypto
