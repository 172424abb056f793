// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "share/partial_folder.h"

#include "share/beneath.h"
#include "share/folder_names.h"

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

Result<PartialFolder> PartialFolder::open(const Descriptor& parent, const std::string& name) {
    if (::mkdirat(parent.get(), name.c_str(), 0700) != 0 && errno != EEXIST)
        return diskError();
    SESAME_TRY_ASSIGN(auto folder, openBeneath(parent, name, O_RDONLY | O_DIRECTORY));
    return PartialFolder(std::move(folder));
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
    if (::fstatat(folder_.get(), name.c_str(), &info, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(info.st_mode))
        return std::nullopt;
    return static_cast<std::uint64_t>(info.st_size);
}

Result<Descriptor> PartialFolder::openFile(const std::string& name) const {
    return openBeneath(folder_, name, O_RDWR | O_CREAT | O_NONBLOCK, 0600);
}

void PartialFolder::remove(const std::string& name) const {
    ::unlinkat(folder_.get(), name.c_str(), 0);
}

Status PartialFolder::sync(std::span<const std::string> names) const {
    if (names.size() > kSingleSyncs)
        return ::syncfs(folder_.get()) == 0 ? Status() : diskError();
    for (const std::string& name : names) {
        SESAME_TRY_ASSIGN(const auto file, openFile(name));
        if (::fsync(file.get()) != 0)
            return diskError();
    }
    return {};
}

Status PartialFolder::moveTo(const std::string& name, const Descriptor& folder,
                             const std::string& newName) const {
    if (::renameat2(folder_.get(), name.c_str(), folder.get(), newName.c_str(), RENAME_NOREPLACE) == 0)
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
    forEachName(folder_, [&](const std::string& name) {
        struct stat info {};
        if (::fstatat(folder_.get(), name.c_str(), &info, AT_SYMLINK_NOFOLLOW) == 0 &&
            S_ISREG(info.st_mode) && info.st_ctim.tv_sec * 1000 + ageMs < nowMs)
            remove(name);
    });
}

std::vector<std::string> PartialFolder::names() const {
    std::vector<std::string> out;
    forEachName(folder_, [&](const std::string& name) { out.push_back(name); });
    return out;
}

}  // namespace sesame::share
