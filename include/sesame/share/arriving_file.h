// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/descriptor.h"
#include "sesame/crypto/hash.h"
#include "sesame/share/parcel.h"

#include <string>

namespace sesame::share {

/// A file of somebody else on its way in (S34): out of sight until all of it is there and was checked, mode
/// 0600, then under an honest free name, marked as come from elsewhere. The partial outlives every crash. One
/// thread.
class ArrivingFile {
  public:
    /// `folder` is there already. Full when the disk has no room for it.
    static Result<ArrivingFile> open(const std::string& folder, const std::string& name,
                                     const std::string& origin, ParcelTerms terms);
    /// Nothing of it is left.
    static void drop(const std::string& folder, const ParcelId& id);

    /// So much of the sealed parcel is in the partial, perhaps not for good yet.
    std::uint64_t taken() const { return taken_; }
    bool isWhole() const { return taken_ == sealedSize(terms_.size); }
    /// What comes next of the sealed parcel, cut anywhere. Refused, and nothing of it used, when it is not
    /// what the sender sealed for this place.
    Status add(ByteView sealed);
    /// What was added survives a power cut.
    Status sync();

    // Once it is whole.
    bool isBehind() const { return hashed_ < terms_.size; }
    /// What was there before is read once more, a few MiB in each call.
    Status catchUp();
    /// Where it is now. Refused, and gone, when it is not the whole that the sender had.
    Result<std::string> finish();

  private:
    ArrivingFile(std::string folder, std::string name, std::string origin, ParcelTerms terms, Descriptor root,
                 Descriptor file)
        : folder_(std::move(folder)),
          name_(std::move(name)),
          origin_(std::move(origin)),
          terms_(std::move(terms)),
          root_(std::move(root)),
          file_(std::move(file)) {}
    std::size_t nextChunk() const;
    Status addChunk(ByteView sealed);
    Result<std::string> moveIn();

    std::string folder_;
    std::string name_;
    std::string origin_;
    ParcelTerms terms_;
    Descriptor root_;
    Descriptor file_;
    Bytes pending_;  ///< a chunk that is not complete yet
    crypto::Hasher hasher_;
    ByteArray<32> digest_{};
    std::uint64_t taken_ = 0;
    std::uint64_t size_ = 0;
    std::uint64_t hashed_ = 0;
};

}  // namespace sesame::share
