// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/crypto/secret.h"

namespace sesame::crypto {

using Salt = ByteArray<16>;

/// What one guess costs. Part of the stored format: a change makes old keys underivable.
inline constexpr std::size_t kPassphraseMemoryBytes = std::size_t{256} * 1024 * 1024;
inline constexpr unsigned kPassphrasePasses = 5;

/// Argon2id with the two costs above: half a second and more on a slow machine. Refused for an empty
/// passphrase, Unavailable if there is not enough memory.
Result<Key> deriveKey(std::string_view passphrase, const Salt& salt);

}  // namespace sesame::crypto
