// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/crypto/secret.h"

#include <string_view>

/// Key derivation on HMAC-SHA-256.
namespace sesame::crypto {

Key hmacSha256(ByteView key, ByteView data);

/// HKDF (RFC 5869): extract and expand in one. `okm` has at most 255 times 32 bytes.
void hkdfSha256(ByteView salt, ByteView ikm, std::string_view info, std::span<std::byte> okm);

}  // namespace sesame::crypto
