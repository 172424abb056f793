// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/crypto/kdf.h"

#include "crypto/checked.h"

#include <algorithm>

namespace sesame::crypto {
namespace {

/// HMAC over pieces; the state holds key material, so it is wiped.
class Hmac {
  public:
    explicit Hmac(ByteView key) { must(crypto_auth_hmacsha256_init(&state_, in(key), key.size())); }
    ~Hmac() { sodium_memzero(&state_, sizeof state_); }
    Hmac(const Hmac&) = delete;
    Hmac& operator=(const Hmac&) = delete;
    Hmac& add(ByteView data) {
        must(crypto_auth_hmacsha256_update(&state_, in(data), data.size()));
        return *this;
    }
    Key finish() {
        Key tag;
        must(crypto_auth_hmacsha256_final(&state_, out(tag.mutableView())));
        return tag;
    }

  private:
    crypto_auth_hmacsha256_state state_;
};

}  // namespace

Key hmacSha256(ByteView key, ByteView data) {
    return Hmac(key).add(data).finish();
}

void hkdfSha256(ByteView salt, ByteView ikm, std::string_view info, std::span<std::byte> okm) {
    SESAME_ASSERT(okm.size() <= 255 * crypto_auth_hmacsha256_BYTES);
    const Key extracted = hmacSha256(salt, ikm);
    Key block;
    std::size_t done = 0;
    for (unsigned counter = 1; done < okm.size(); ++counter) {
        Hmac hmac(extracted.view());
        if (counter > 1)
            hmac.add(block.view());
        const ByteArray<1> number{static_cast<std::byte>(counter)};
        block = hmac.add(asBytes(info)).add(number).finish();
        const std::size_t part = std::min(okm.size() - done, block.view().size());
        std::copy_n(block.view().begin(), part, okm.begin() + static_cast<std::ptrdiff_t>(done));
        done += part;
    }
}

}  // namespace sesame::crypto
