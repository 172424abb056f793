// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/crypto/aead.h"

#include "crypto/checked.h"

namespace sesame::crypto {
namespace {

constexpr std::size_t kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
static_assert(kSealOverhead == kNonceBytes + crypto_aead_xchacha20poly1305_ietf_ABYTES);

}  // namespace

Bytes seal(const Key& key, ByteView plain, ByteView associated, Random& random) {
    Bytes sealed(plain.size() + kSealOverhead);
    const std::span nonce = std::span(sealed).first<kNonceBytes>();
    random.fill(nonce);
    must(crypto_aead_xchacha20poly1305_ietf_encrypt(out(std::span(sealed).subspan(kNonceBytes)), nullptr,
                                                    in(plain), plain.size(), in(associated),
                                                    associated.size(), nullptr, in(nonce), in(key.view())));
    return sealed;
}

Result<Bytes> open(const Key& key, ByteView sealed, ByteView associated) {
    if (sealed.size() < kSealOverhead)
        return Error{ErrorCode::Malformed, "sealed bytes too short"};
    Bytes plain(sealed.size() - kSealOverhead);
    const ByteView cipher = sealed.subspan(kNonceBytes);
    if (!succeeded(crypto_aead_xchacha20poly1305_ietf_decrypt(out(plain), nullptr, nullptr, in(cipher),
                                                              cipher.size(), in(associated),
                                                              associated.size(), in(sealed), in(key.view()))))
        return Error{ErrorCode::Refused, "authentication failed"};
    return plain;
}

}  // namespace sesame::crypto
