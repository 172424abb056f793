// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/parcel_id.h"
#include "sesame/crypto/secret.h"

#include <cstdint>

/// The form in which one file goes through a hub that must not read it (docs/protocol-parcels.md): chunks
/// that are sealed one by one, so that either end can go on anywhere, and a last one with the digest of the
/// whole. Pure; any thread.
namespace sesame::share {

/// What both ends of a file agree on inside the ratchet.
struct ParcelTerms {
    ParcelId id;
    crypto::Key key;  ///< of this file alone
    std::uint64_t size = 0;

    ParcelTerms clone() const { return {id, key.clone(), size}; }
};

inline constexpr std::size_t kParcelChunk = 60UL * 1024;
inline constexpr std::size_t kParcelOverhead = 24 + 16;
inline constexpr std::size_t kSealedChunk = kParcelChunk + kParcelOverhead;
inline constexpr std::size_t kSealedDigest = 32 + kParcelOverhead;
inline constexpr std::uint64_t kMostParcelBytes = 1'000'000'000'000;

/// Chunks of content; the digest comes after them.
constexpr std::uint64_t parcelChunks(std::uint64_t size) {
    return (size + kParcelChunk - 1) / kParcelChunk;
}
/// All of it, sealed.
constexpr std::uint64_t sealedSize(std::uint64_t size) {
    return size + parcelChunks(size) * kParcelOverhead + kSealedDigest;
}
/// How much content is in the first bytes of a sealed parcel.
constexpr std::uint64_t contentIn(std::uint64_t sealed, std::uint64_t size) {
    const std::uint64_t plain = sealed / kSealedChunk * kParcelChunk;
    const std::uint64_t rest = sealed % kSealedChunk;
    const std::uint64_t all = plain + (rest > kParcelOverhead ? rest - kParcelOverhead : 0);
    return all < size ? all : size;
}

}  // namespace sesame::share
