// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/crypto/secret.h"

namespace sesame::crypto {

using Salt = ByteArray<16>;

/// Argon2id, 64 MiB and 3 passes or more, so that a wrong guess costs at least half a second on a slow
/// machine. Refused for an empty passphrase, Unavailable if there is not enough memory.
Result<Key> deriveKey(std::string_view passphrase, const Salt& salt);

}  // namespace sesame::crypto
