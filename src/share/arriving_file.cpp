// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/share/arriving_file.h"

#include "share/beneath.h"
#include "share/parcel_seal.h"
#include "share/partial_folder.h"

#include "sesame/crypto/aead.h"
#include "sesame/share/saved_name.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <algorithm>

namespace sesame::share {
namespace {

constexpr const char* kArrivalFolder = ".sesame-partial";
constexpr const char* kOrigin = "user.xdg.origin.url";
constexpr std::uint64_t kArrivalRoom = 256UL * 1024 * 1024;
constexpr std::uint64_t kArrivalCatchUp = 4UL * 1024 * 1024;
constexpr unsigned kArrivalNumbers = 10'000;

Status checkRoom(const Descriptor& folder, std::uint64_t bytes) {
    struct statvfs info {};
    if (::fstatvfs(folder.get(), &info) != 0)
        return {};
    const std::uint64_t free = std::uint64_t{info.f_bavail} * info.f_frsize;
    return free >= kArrivalRoom && free - kArrivalRoom >= bytes ? Status()
                                                                : Error{ErrorCode::Full, "the disk is full"};
}

}  // namespace

Result<ArrivingFile> ArrivingFile::open(const std::string& folder, const std::string& name,
                                        const std::string& origin, ParcelTerms terms) {
    SESAME_TRY_ASSIGN(auto root, openWithoutLinks(folder, O_RDONLY | O_DIRECTORY));
    SESAME_TRY_ASSIGN(const auto partials, PartialFolder::open(root, kArrivalFolder));
    SESAME_TRY_ASSIGN(auto file, partials.openFile(terms.id.hex()));
    struct stat info {};
    if (::fstat(file.get(), &info) != 0 || !S_ISREG(info.st_mode))
        return Error{ErrorCode::Io, "no ordinary file"};
    // Only whole chunks count: what follows them may have been torn.
    const std::uint64_t chunks =
        std::min(static_cast<std::uint64_t>(info.st_size), terms.size) / kParcelChunk;
    SESAME_TRY(checkRoom(root, terms.size - chunks * kParcelChunk));
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
    if (const auto partials = PartialFolder::open(*root, kArrivalFolder))
        partials->remove(id.hex());
    ::unlinkat(root->get(), kArrivalFolder, AT_REMOVEDIR);
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
    for (std::size_t done = 0; done < plain.size();) {
        const ssize_t written =
            ::pwrite(file_.get(), plain.data() + done, plain.size() - done, static_cast<off_t>(size_ + done));
        if (written < 0)
            return diskError();
        done += static_cast<std::size_t>(written);
    }
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
    Bytes buffer(kParcelChunk);
    const std::uint64_t until = std::min(terms_.size, hashed_ + kArrivalCatchUp);
    while (hashed_ < until) {
        const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(buffer.size(), until - hashed_));
        const ssize_t got = ::pread(file_.get(), buffer.data(), wanted, static_cast<off_t>(hashed_));
        if (got <= 0)
            return Error{ErrorCode::Io, "not readable"};
        hasher_.add(ByteView(buffer).first(static_cast<std::size_t>(got)));
        hashed_ += static_cast<std::uint64_t>(got);
    }
    return {};
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
    SESAME_TRY_ASSIGN(const auto partials, PartialFolder::open(root_, kArrivalFolder));
    const std::string wanted = savedName(name_);
    for (unsigned number = 1; number < kArrivalNumbers; ++number) {
        const std::string free = numbered(wanted, number);
        const auto moved = partials.moveTo(terms_.id.hex(), root_, free);
        if (moved) {
            // The name too is on disk before anybody is told of it.
            if (::fsync(root_.get()) != 0)
                return diskError();
            ::unlinkat(root_.get(), kArrivalFolder, AT_REMOVEDIR);
            return folder_ + '/' + free;
        }
        if (moved.error().code != ErrorCode::Exists)
            return moved.error();
    }
    return Error{ErrorCode::Exists, "no free name"};
}

}  // namespace sesame::share
