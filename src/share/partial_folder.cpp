// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "share/partial_folder.h"

#include "share/beneath.h"
#include "share/folder_names.h"
#include "share/folder_scan.h"

#include "sesame/crypto/hash.h"
#include "sesame/share/saved_name.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace sesame::share {
namespace {

constexpr std::size_t kNameBytes = 16;
// Beyond this many files one sync of everything costs less than one for each.
constexpr std::size_t kSingleSyncs = 4;
constexpr std::uint64_t kKeptFree = 256UL * 1024 * 1024;
constexpr unsigned kMostNames = 10'000;
// Others may remove the folder, while it is empty, between making it and putting something in it.
constexpr int kMostTries = 16;

/// A file on its way to a name that must be free.
struct Move {
    int from;
    const char* name;
    int to;
    const char* newName;
};

bool renameAsNew(const Move& move) {
    return ::renameat2(move.from, move.name, move.to, move.newName, RENAME_NOREPLACE) == 0;
}

bool linkAsNew(const Move& move) {
    if (::linkat(move.from, move.name, move.to, move.newName, 0) != 0)
        return false;
    ::unlinkat(move.from, move.name, 0);
    return true;
}

/// Replaces only what it has made itself, empty, a moment before.
bool replaceOwn(const Move& move) {
    constexpr int kFlags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
    if (!Descriptor(::openat(move.to, move.newName, kFlags, 0600)))
        return false;
    if (::renameat(move.from, move.name, move.to, move.newName) == 0)
        return true;
    const int why = errno;
    ::unlinkat(move.to, move.newName, 0);
    errno = why;
    return false;
}

/// Whether this kind of disk (NFS, 9p, FAT, some of FUSE) has no such operation at all.
bool isUnknownThere() {
    return errno == EINVAL || errno == ENOSYS || errno == EOPNOTSUPP || errno == EPERM;
}

void append(Bytes& out, std::uint64_t number) {
    const auto bytes = std::as_bytes(std::span(&number, 1));
    out.insert(out.end(), bytes.begin(), bytes.end());
}

}  // namespace

bool hasRoom(const Descriptor& folder, std::uint64_t bytes) {
    struct statvfs info {};
    if (::fstatvfs(folder.get(), &info) != 0)
        return true;
    const std::uint64_t free = std::uint64_t{info.f_bavail} * info.f_frsize;
    return free >= kKeptFree && free - kKeptFree >= bytes;
}

Error diskError() {
    const bool full = errno == ENOSPC || errno == EDQUOT || errno == EFBIG;
    return {full ? ErrorCode::Full : ErrorCode::Io, std::system_category().message(errno)};
}

Result<PartialFolder> PartialFolder::open(const Descriptor& parent, std::string name) {
    Descriptor own(::fcntl(parent.get(), F_DUPFD_CLOEXEC, 0));
    if (!own)
        return diskError();
    PartialFolder out(std::move(own), std::move(name));
    SESAME_TRY(out.make());
    SESAME_TRY(out.folder());
    return out;
}

Status PartialFolder::make() const {
    const bool there = ::mkdirat(parent_.get(), name_.c_str(), 0700) == 0 || errno == EEXIST;
    return there ? Status() : diskError();
}

Result<Descriptor> PartialFolder::folder() const {
    return openBeneath(parent_, name_, O_RDONLY | O_DIRECTORY);
}

std::string PartialFolder::nameOf(std::string_view label, const OfferedFile& file) {
    Bytes text = toBytes(asBytes(label));
    append(text, file.size);
    append(text, file.version);
    const ByteView path = asBytes(file.path);
    text.insert(text.end(), path.begin(), path.end());
    return toHex(ByteView(crypto::hash(text)).first(kNameBytes));
}

std::optional<std::uint64_t> PartialFolder::size(const std::string& name) const {
    struct stat info {};
    const auto in = folder();
    if (!in || ::fstatat(in->get(), name.c_str(), &info, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(info.st_mode))
        return std::nullopt;
    return static_cast<std::uint64_t>(info.st_size);
}

Result<Descriptor> PartialFolder::openFile(const std::string& name) const {
    for (int i = 0; i < kMostTries; ++i) {
        auto file = openBeneath(parent_, joined(name_, name), O_RDWR | O_CREAT | O_NONBLOCK, 0600);
        if (file || file.error().code != ErrorCode::NotFound)
            return file;
        SESAME_TRY(make());
    }
    return Error{ErrorCode::NotFound, "the folder goes again and again"};
}

void PartialFolder::remove(const std::string& name) const {
    if (const auto in = folder())
        ::unlinkat(in->get(), name.c_str(), 0);
}

void PartialFolder::removeIfEmpty() const {
    ::unlinkat(parent_.get(), name_.c_str(), AT_REMOVEDIR);
}

Status PartialFolder::sync(std::span<const std::string> names) const {
    SESAME_TRY_ASSIGN(const auto in, folder());
    if (names.size() > kSingleSyncs)
        return ::syncfs(in.get()) == 0 ? Status() : diskError();
    for (const std::string& name : names) {
        const auto file = openBeneath(in, name, O_RDWR | O_NONBLOCK);
        if (!file && file.error().code != ErrorCode::NotFound)
            return file.error();
        if (file && ::fsync(file->get()) != 0)
            return diskError();
    }
    return {};
}

Status PartialFolder::moveTo(const std::string& name, const Descriptor& folder,
                             const std::string& newName) const {
    SESAME_TRY_ASSIGN(const auto in, this->folder());
    const Move move{in.get(), name.c_str(), folder.get(), newName.c_str()};
    if (renameAsNew(move) || (isUnknownThere() && linkAsNew(move)) || (isUnknownThere() && replaceOwn(move)))
        return {};
    if (errno == EEXIST)
        return Error{ErrorCode::Exists, "there is such a file"};
    return diskError();
}

Result<std::string> PartialFolder::moveToFree(const std::string& name, const Descriptor& folder,
                                              const std::string& wanted) const {
    for (unsigned number = 1; number < kMostNames; ++number) {
        std::string free = numbered(wanted, number);
        const auto moved = moveTo(name, folder, free);
        if (moved)
            return free;
        if (moved.error().code != ErrorCode::Exists)
            return moved.error();
    }
    return Error{ErrorCode::Exists, "no free name"};
}

void PartialFolder::removeOlderThan(std::int64_t ageMs, std::int64_t nowMs) const {
    const auto in = folder();
    for (const std::string& name : names()) {
        struct stat info {};
        if (in && ::fstatat(in->get(), name.c_str(), &info, AT_SYMLINK_NOFOLLOW) == 0 &&
            S_ISREG(info.st_mode) && info.st_ctim.tv_sec * 1000 + ageMs < nowMs)
            ::unlinkat(in->get(), name.c_str(), 0);
    }
}

std::vector<std::string> PartialFolder::names() const {
    std::vector<std::string> out;
    if (const auto in = folder())
        forEachName(*in, [&](const std::string& name) { out.push_back(name); });
    return out;
}

}  // namespace sesame::share
