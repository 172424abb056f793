// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/bytes.h"

/// Hides the length of a text inside a bucket: 0x80, then zeros (ISO/IEC 7816-4).
namespace sesame::crypto {

inline constexpr std::size_t kMaxPaddedBytes = std::size_t{44} * 1024;

/// Powers of two from 128 to 4,096, then multiples of 4,096 up to kMaxPaddedBytes.
[[nodiscard]] bool isPaddedSize(std::size_t size);

/// `plain` must be shorter than kMaxPaddedBytes.
Bytes pad(ByteView plain);

/// Malformed if it was not padded as above.
Result<Bytes> unpad(Bytes padded);

}  // namespace sesame::crypto
