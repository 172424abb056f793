// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/share/sent_file.h"

#include "share/file_version.h"
#include "share/parcel_seal.h"

#include "sesame/crypto/aead.h"
#include "sesame/places/path_policy.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace sesame::share {
namespace {

constexpr std::uint64_t kSentCatchUp = 4UL * 1024 * 1024;

Result<FileState> stateOf(const Descriptor& file) {
    struct stat info {};
    if (::fstat(file.get(), &info) != 0 || !S_ISREG(info.st_mode))
        return Error{ErrorCode::Refused, "no ordinary file"};
    const auto size = static_cast<std::uint64_t>(info.st_size);
    if (size > kMostParcelBytes)
        return Error{ErrorCode::Refused, "too large"};
    return FileState{size, versionOf(info.st_dev, info.st_ino, size,
                                     info.st_mtim.tv_sec * 1'000'000'000 + info.st_mtim.tv_nsec)};
}

Result<Descriptor> openForReading(const std::string& path) {
    Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK));
    if (file)
        return file;
    return Error{errno == ENOENT || errno == ENOTDIR ? ErrorCode::NotFound : ErrorCode::Io, "not readable"};
}

}  // namespace

// A word from a helper must not be enough to lure a key out of here (M38).
Result<FileState> stateOfFile(const std::string& path) {
    SESAME_TRY_ASSIGN(const auto parts, places::componentsOf(path));
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const bool isFolder = i + 1 < parts.size();
        if (isFolder ? parts[i].starts_with('.') || places::isSecretFolder(parts[i])
                     : places::isSecretFile(parts[i]))
            return Error{ErrorCode::Refused, "may hold secrets"};
    }
    SESAME_TRY_ASSIGN(const auto file, openForReading(path));
    return stateOf(file);
}

Result<SentFile> SentFile::open(const std::string& path, const FileState& promised, ParcelTerms terms,
                                crypto::Random& random) {
    SESAME_TRY_ASSIGN(auto file, openForReading(path));
    SentFile out(std::move(file), promised, std::move(terms), random);
    SESAME_TRY(out.checkUnchanged());
    return out;
}

Status SentFile::checkUnchanged() const {
    SESAME_TRY_ASSIGN(const auto now, stateOf(file_));
    return now.size == promised_.size && now.version == promised_.version
               ? Status()
               : Error{ErrorCode::Changed, "the file has changed"};
}

Result<Bytes> SentFile::read(std::uint64_t at, std::size_t size) const {
    Bytes out(size);
    for (std::size_t done = 0; done < size;) {
        const ssize_t got =
            ::pread(file_.get(), out.data() + done, size - done, static_cast<off_t>(at + done));
        if (got < 0)
            return Error{ErrorCode::Io, "not readable"};
        if (got == 0)
            return Error{ErrorCode::Changed, "the file became shorter"};
        done += static_cast<std::size_t>(got);
    }
    return out;
}

Result<Bytes> SentFile::sealedAt(std::uint64_t at) {
    const std::uint64_t chunks = parcelChunks(terms_.size);
    const std::uint64_t digestAt = sealedSize(terms_.size) - kSealedDigest;
    if (at == digestAt) {
        SESAME_ASSERT(hashed_ == terms_.size);
        SESAME_TRY(checkUnchanged());
        crypto::Hasher hasher = std::exchange(hasher_, crypto::Hasher());
        hashed_ = 0;
        return crypto::seal(terms_.key, hasher.finish(), chunkLabel(terms_, chunks), *random_);
    }
    SESAME_ASSERT(at < digestAt && at % kSealedChunk == 0);
    const std::uint64_t index = at / kSealedChunk;
    const std::uint64_t from = index * kParcelChunk;
    SESAME_TRY_ASSIGN(
        const auto plain,
        read(from, static_cast<std::size_t>(std::min<std::uint64_t>(kParcelChunk, terms_.size - from))));
    if (from == hashed_) {
        hasher_.add(plain);
        hashed_ += plain.size();
    }
    return crypto::seal(terms_.key, plain, chunkLabel(terms_, index), *random_);
}

bool SentFile::isBehind(std::uint64_t at) const {
    return at == sealedSize(terms_.size) - kSealedDigest && hashed_ < terms_.size;
}

Status SentFile::catchUp() {
    const std::uint64_t until = std::min(terms_.size, hashed_ + kSentCatchUp);
    while (hashed_ < until) {
        SESAME_TRY_ASSIGN(
            const auto bytes,
            read(hashed_, static_cast<std::size_t>(std::min<std::uint64_t>(kParcelChunk, until - hashed_))));
        hasher_.add(bytes);
        hashed_ += bytes.size();
    }
    return {};
}

}  // namespace sesame::share
