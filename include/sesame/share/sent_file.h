// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/descriptor.h"
#include "sesame/crypto/hash.h"
#include "sesame/crypto/random.h"
#include "sesame/share/parcel.h"

#include <string>

namespace sesame::share {

/// A file of this person as it is now.
struct FileState {
    std::uint64_t size = 0;
    std::uint64_t version = 0;  ///< another one once the file is another
};

/// Refused for what is no ordinary file, for what holds keys or passwords, and for more than
/// kMostParcelBytes.
Result<FileState> stateOfFile(const std::string& path);

/// A file of this person on its way out, sealed chunk by chunk from anywhere in it. One thread.
class SentFile {
  public:
    /// Changed when it is no longer the one that was promised.
    static Result<SentFile> open(const std::string& path, const FileState& promised, ParcelTerms terms,
                                 crypto::Random& random);

    /// What comes at this place of the sealed parcel; `at` is where a chunk begins. Changed when the file is
    /// another meanwhile. Before the digest everything must have been hashed.
    Result<Bytes> sealedAt(std::uint64_t at);
    /// What was not read in order is read once more for the digest, a few MiB in each call.
    bool isBehind(std::uint64_t at) const;
    Status catchUp();

  private:
    SentFile(Descriptor file, const FileState& promised, ParcelTerms terms, crypto::Random& random)
        : file_(std::move(file)), promised_(promised), terms_(std::move(terms)), random_(&random) {}
    Result<Bytes> read(std::uint64_t at, std::size_t size) const;
    Status checkUnchanged() const;

    Descriptor file_;
    FileState promised_;
    ParcelTerms terms_;
    crypto::Random* random_;
    crypto::Hasher hasher_;
    std::uint64_t hashed_ = 0;
};

}  // namespace sesame::share
