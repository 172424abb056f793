// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/descriptor.h"
#include "sesame/base/result.h"
#include "sesame/crypto/hash.h"

/// Bytes of a file that grows until it is whole.
namespace sesame::share {

/// All of them, at this place. Full or Io.
Status writeAt(const Descriptor& file, std::uint64_t offset, ByteView bytes);

/// Hashes on from `hashed`, a few MiB at most and not beyond `until`; what was there before a break is read
/// once more this way.
Status hashOn(const Descriptor& file, crypto::Hasher& hasher, std::uint64_t& hashed, std::uint64_t until);

}  // namespace sesame::share
