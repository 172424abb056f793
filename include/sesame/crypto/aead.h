// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/crypto/random.h"
#include "sesame/crypto/secret.h"

/// XChaCha20-Poly1305 with a random 24-byte nonce in front. Any thread.
namespace sesame::crypto {

inline constexpr std::size_t kSealOverhead = 24 + 16;

/// nonce ‖ ciphertext ‖ tag; kSealOverhead longer than `plain`.
Bytes seal(const Key& key, ByteView plain, ByteView associated, Random& random);

/// Refused if it was not sealed with this key and these associated bytes.
Result<Bytes> open(const Key& key, ByteView sealed, ByteView associated);

}  // namespace sesame::crypto
