// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/share/arriving_file.h"

#include "share/beneath.h"
#include "share/parcel_seal.h"
#include "share/partial_bytes.h"
#include "share/partial_folder.h"

#include "sesame/crypto/aead.h"
#include "sesame/share/saved_name.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <algorithm>

namespace sesame::share {
namespace {

constexpr const char* kOrigin = "user.xdg.origin.url";

}  // namespace

Result<ArrivingFile> ArrivingFile::open(const std::string& folder, const std::string& name,
                                        const std::string& origin, ParcelTerms terms) {
    SESAME_TRY_ASSIGN(auto root, openWithoutLinks(folder, O_RDONLY | O_DIRECTORY));
    SESAME_TRY_ASSIGN(const auto partials, PartialFolder::open(root, PartialFolder::kHidden));
    SESAME_TRY_ASSIGN(auto file, partials.openFile(terms.id.hex()));
    struct stat info {};
    if (::fstat(file.get(), &info) != 0 || !S_ISREG(info.st_mode))
        return Error{ErrorCode::Io, "no ordinary file"};
    // Only whole chunks count: what follows them may have been torn.
    const std::uint64_t chunks =
        std::min(static_cast<std::uint64_t>(info.st_size), terms.size) / kParcelChunk;
    if (!hasRoom(root, terms.size - chunks * kParcelChunk))
        return Error{ErrorCode::Full, "the disk is full"};
    if (::ftruncate(file.get(), static_cast<off_t>(chunks * kParcelChunk)) != 0)
        return diskError();
    ArrivingFile out(folder, name, origin, std::move(terms), std::move(root), std::move(file));
    out.size_ = chunks * kParcelChunk;
    out.taken_ = chunks * kSealedChunk;
    return out;
}

void ArrivingFile::drop(const std::string& folder, const ParcelId& id) {
    const auto root = openWithoutLinks(folder, O_RDONLY | O_DIRECTORY);
    if (!root)
        return;
    if (const auto partials = PartialFolder::open(*root, PartialFolder::kHidden)) {
        partials->remove(id.hex());
        partials->removeIfEmpty();
    }
}

std::size_t ArrivingFile::nextChunk() const {
    const std::uint64_t left = terms_.size - size_;
    return left == 0
               ? kSealedDigest
               : static_cast<std::size_t>(std::min<std::uint64_t>(left, kParcelChunk)) + kParcelOverhead;
}

Status ArrivingFile::add(ByteView sealed) {
    while (!sealed.empty()) {
        if (isWhole())
            return Error{ErrorCode::Refused, "more than the whole"};
        const std::size_t missing = nextChunk() - pending_.size();
        const ByteView part = sealed.first(std::min(missing, sealed.size()));
        pending_.insert(pending_.end(), part.begin(), part.end());
        sealed = sealed.subspan(part.size());
        if (part.size() < missing)
            return {};
        const Bytes chunk = std::exchange(pending_, {});
        SESAME_TRY(addChunk(chunk));
    }
    return {};
}

Status ArrivingFile::addChunk(ByteView sealed) {
    const bool isDigest = size_ == terms_.size;
    const std::uint64_t index = isDigest ? parcelChunks(terms_.size) : size_ / kParcelChunk;
    SESAME_TRY_ASSIGN(const auto plain, crypto::open(terms_.key, sealed, chunkLabel(terms_, index)));
    if (isDigest) {
        SESAME_TRY_ASSIGN(digest_, toArray<32>(plain));
        taken_ += sealed.size();
        return {};
    }
    SESAME_TRY(writeAt(file_, size_, plain));
    if (hashed_ == size_) {
        hasher_.add(plain);
        hashed_ += plain.size();
    }
    size_ += plain.size();
    taken_ += sealed.size();
    return {};
}

Status ArrivingFile::sync() {
    return ::fdatasync(file_.get()) == 0 ? Status() : diskError();
}

Status ArrivingFile::catchUp() {
    return hashOn(file_, hasher_, hashed_, terms_.size);
}

Result<std::string> ArrivingFile::finish() {
    SESAME_ASSERT(isWhole() && !isBehind());
    if (hasher_.finish() != digest_) {
        drop(folder_, terms_.id);
        return Error{ErrorCode::Refused, "not the whole that was sent"};
    }
    ::fchmod(file_.get(), 0600);
    // Not every disk can; then it is a file like any other.
    ::fsetxattr(file_.get(), kOrigin, origin_.data(), origin_.size(), 0);
    if (::fsync(file_.get()) != 0)
        return diskError();
    return moveIn();
}

Result<std::string> ArrivingFile::moveIn() {
    SESAME_TRY_ASSIGN(const auto partials, PartialFolder::open(root_, PartialFolder::kHidden));
    SESAME_TRY_ASSIGN(const auto free, partials.moveToFree(terms_.id.hex(), root_, savedName(name_)));
    // The name too is on disk before anybody is told of it.
    if (::fsync(root_.get()) != 0)
        return diskError();
    partials.removeIfEmpty();
    return folder_ + '/' + free;
}

}  // namespace sesame::share
