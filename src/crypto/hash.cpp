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
