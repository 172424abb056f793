// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/crypto/hash.h"

#include "crypto/checked.h"

namespace sesame::crypto {

ByteArray<32> hash(ByteView data) {
    ByteArray<32> digest;
    must(crypto_generichash(out(digest), digest.size(), in(data), data.size(), nullptr, 0));
    return digest;
}

struct Hasher::State {
    crypto_generichash_state sodium{};
    bool finished = false;
};

Hasher::Hasher() : state_(std::make_unique<State>()) {
    must(crypto_generichash_init(&state_->sodium, nullptr, 0, ByteArray<32>().size()));
}
Hasher::~Hasher() = default;
Hasher::Hasher(Hasher&&) noexcept = default;
Hasher& Hasher::operator=(Hasher&&) noexcept = default;

void Hasher::add(ByteView data) {
    SESAME_ASSERT(!state_->finished);
    must(crypto_generichash_update(&state_->sodium, in(data), data.size()));
}

ByteArray<32> Hasher::finish() {
    SESAME_ASSERT(!state_->finished);
    state_->finished = true;
    ByteArray<32> digest;
    must(crypto_generichash_final(&state_->sodium, out(digest), digest.size()));
    return digest;
}

ByteArray<32> keyedHash(ByteView key, ByteView data) {
    SESAME_ASSERT(key.size() >= crypto_generichash_KEYBYTES_MIN &&
                  key.size() <= crypto_generichash_KEYBYTES_MAX);
    ByteArray<32> digest;
    must(crypto_generichash(out(digest), digest.size(), in(data), data.size(), in(key), key.size()));
    return digest;
}

bool equalConstantTime(ByteView a, ByteView b) {
    return a.size() == b.size() && succeeded(sodium_memcmp(a.data(), b.data(), a.size()));
}

ByteArray<32> sha256(ByteView data) {
    ByteArray<32> digest;
    must(crypto_hash_sha256(out(digest), in(data), data.size()));
    return digest;
}

}  // namespace sesame::crypto
