// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/assert.h"
#include "sesame/base/bytes.h"

#include <sodium.h>

/// The only door to libsodium: every crypto_* call stands inside one of these three, so that no result is
/// dropped (tests/unit/crypto/lint_test.cpp).
namespace sesame::crypto {

/// For calls that fail only through a bug of ours.
inline void must(int result) {
    SESAME_ASSERT(result == 0);
}

/// For calls whose failure is the answer to input from outside.
[[nodiscard]] inline bool succeeded(int result) {
    return result == 0;
}

/// For questions, which libsodium answers with 1.
[[nodiscard]] inline bool isYes(int answer) {
    return answer == 1;
}

inline const unsigned char* in(ByteView bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}
inline unsigned char* out(std::span<std::byte> bytes) {
    return reinterpret_cast<unsigned char*>(bytes.data());
}

}  // namespace sesame::crypto
