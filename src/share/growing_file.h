// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "share/arrivals.h"

#include "sesame/crypto/hash.h"

namespace sesame::share {

/// A file on its way in, from what was there already to its whole length, and the digest of all of it. One
/// thread.
class GrowingFile {
  public:
    /// Changed when less is there than `offset`; what is beyond goes.
    static Result<GrowingFile> open(Arrivals& arrivals, const OfferedFile& offer, std::uint64_t offset);

    /// What was there already must be read before more is added; a few MiB in each call.
    bool isBehind() const { return hashed_ < offset_; }
    Status catchUp();

    std::uint64_t size() const { return size_; }
    Status add(ByteView bytes);
    /// Sets the time as it was offered. The digest is of the whole content.
    ByteArray<32> finish();

  private:
    GrowingFile(Descriptor file, const OfferedFile& offer, std::uint64_t offset)
        : file_(std::move(file)), modifiedMs_(offer.modifiedMs), offset_(offset), size_(offset) {}

    Descriptor file_;
    crypto::Hasher hasher_;
    std::int64_t modifiedMs_;
    std::uint64_t offset_;
    std::uint64_t hashed_ = 0;  ///< of the first offset_ bytes
    std::uint64_t size_;
};

}  // namespace sesame::share
