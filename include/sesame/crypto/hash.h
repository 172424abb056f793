// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/bytes.h"

#include <memory>

/// BLAKE2b. Pure; any thread.
namespace sesame::crypto {

/// BLAKE2b-256 (RFC 7693).
ByteArray<32> hash(ByteView data);

/// BLAKE2b-256 of what comes piece by piece. Move-only; one thread.
class Hasher {
  public:
    Hasher();
    ~Hasher();
    Hasher(Hasher&&) noexcept;
    Hasher& operator=(Hasher&&) noexcept;
    void add(ByteView data);
    /// Of everything added; once, at the end.
    ByteArray<32> finish();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Keyed BLAKE2b-256, as a MAC; the key has 16 to 64 bytes.
ByteArray<32> keyedHash(ByteView key, ByteView data);

/// Equal without telling by timing where they differ. Lengths are public.
bool equalConstantTime(ByteView a, ByteView b);

/// SHA-256 (FIPS 180-4), for certificate fingerprints only.
ByteArray<32> sha256(ByteView data);

}  // namespace sesame::crypto
