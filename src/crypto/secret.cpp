// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/crypto/secret.h"

#include "crypto/checked.h"

namespace sesame::crypto {

void initialise() {
    // 1 means that it ran before.
    SESAME_ASSERT(sodium_init() >= 0);
}

void wipe(std::span<std::byte> memory) {
    sodium_memzero(memory.data(), memory.size());
}

}  // namespace sesame::crypto
