// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/parcel_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <limits>
#include <set>

namespace sesame::hub {
namespace {

Error diskFailure() {
    const bool full = errno == ENOSPC || errno == EDQUOT || errno == EFBIG;
    return {full ? ErrorCode::Full : ErrorCode::Io, std::strerror(errno)};
}

Status writeAt(const Descriptor& file, std::uint64_t offset, ByteView bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::pwrite(file.get(), bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (written < 0)
            return diskFailure();
        bytes = bytes.subspan(static_cast<std::size_t>(written));
        offset += static_cast<std::uint64_t>(written);
    }
    return {};
}

Status syncFolder(const std::filesystem::path& path) {
    const Descriptor folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return folder && ::fsync(folder.get()) == 0 ? Status() : diskFailure();
}

}  // namespace

Result<ParcelFiles> ParcelFiles::open(const std::filesystem::path& folder) {
    if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST)
        return Error{ErrorCode::Io,
                     "Cannot make the folder " + folder.string() + ": " + std::strerror(errno)};
    return ParcelFiles(folder);
}

std::filesystem::path ParcelFiles::folderOf(const ParcelKey& key) const {
    return folder_ / (std::to_string(static_cast<std::int64_t>(key.sender)) + '-' + key.id.hex());
}

std::filesystem::path ParcelFiles::segment(const ParcelKey& key, std::uint64_t number) const {
    return folderOf(key) / std::to_string(number);
}

Status ParcelFiles::checkRoom(std::size_t bytes) const {
    struct statvfs disk {};
    if (::statvfs(folder_.c_str(), &disk) != 0)
        return {};
    const std::uint64_t free = std::uint64_t{disk.f_bavail} * disk.f_frsize;
    return free >= kKeptFree + bytes ? Status() : Error{ErrorCode::Full, "the disk is nearly full"};
}

Status ParcelFiles::openForWriting(const ParcelKey& key, std::uint64_t number) {
    if (writing_.is(key, number))
        return {};
    writing_ = {};
    SESAME_TRY(checkRoom(kSegmentBytes));
    if (::mkdir(folderOf(key).c_str(), 0700) == 0)
        SESAME_TRY(syncFolder(folder_));
    Descriptor file(::open(segment(key, number).c_str(), O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!file)
        return diskFailure();
    writing_ = {key, number, std::move(file)};
    return {};
}

Status ParcelFiles::openForReading(const ParcelKey& key, std::uint64_t number) {
    if (reading_.is(key, number))
        return {};
    reading_ = {};
    Descriptor file(::open(segment(key, number).c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
    if (!file)
        return diskFailure();
    reading_ = {key, number, std::move(file)};
    return {};
}

Status ParcelFiles::write(const ParcelKey& key, std::uint64_t offset, ByteView bytes) {
    while (!bytes.empty()) {
        const std::uint64_t within = offset % kSegmentBytes;
        const auto size =
            static_cast<std::size_t>(std::min<std::uint64_t>(bytes.size(), kSegmentBytes - within));
        SESAME_TRY(openForWriting(key, offset / kSegmentBytes));
        SESAME_TRY(writeAt(writing_.file, within, bytes.first(size)));
        bytes = bytes.subspan(size);
        offset += size;
    }
    return {};
}

Status ParcelFiles::sync(const ParcelKey& key, std::uint64_t from, std::uint64_t until) {
    for (std::uint64_t number = from / kSegmentBytes; number * kSegmentBytes < until; ++number) {
        const Descriptor file(::open(segment(key, number).c_str(), O_WRONLY | O_NOFOLLOW | O_CLOEXEC));
        if (!file || ::fdatasync(file.get()) != 0)
            return diskFailure();
    }
    return syncFolder(folderOf(key));
}

Result<Bytes> ParcelFiles::read(const ParcelKey& key, std::uint64_t offset, std::size_t most) {
    const std::uint64_t within = offset % kSegmentBytes;
    Bytes out(static_cast<std::size_t>(std::min<std::uint64_t>(most, kSegmentBytes - within)));
    SESAME_TRY(openForReading(key, offset / kSegmentBytes));
    const ssize_t got = ::pread(reading_.file.get(), out.data(), out.size(), static_cast<off_t>(within));
    if (got <= 0)
        return Error{ErrorCode::Io, "less is there than was stored"};
    out.resize(static_cast<std::size_t>(got));
    return out;
}

void ParcelFiles::closeBelow(const ParcelKey& key, std::uint64_t number) {
    for (Segment* open : {&writing_, &reading_})
        if (open->key == key && open->number < number)
            *open = {};
}

void ParcelFiles::removeBelow(const ParcelKey& key, std::uint64_t offset) {
    closeBelow(key, offset / kSegmentBytes);
    std::vector<std::filesystem::path> done;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folderOf(key), ignored)) {
        const std::string name = entry.path().filename().string();
        std::uint64_t number = 0;
        const auto [end, failed] = std::from_chars(name.data(), name.data() + name.size(), number);
        if (failed == std::errc{} && number < offset / kSegmentBytes)
            done.push_back(entry.path());
    }
    for (const auto& path : done)
        std::filesystem::remove(path, ignored);
}

void ParcelFiles::remove(const ParcelKey& key) {
    closeBelow(key, std::numeric_limits<std::uint64_t>::max());
    std::error_code ignored;
    std::filesystem::remove_all(folderOf(key), ignored);
}

bool ParcelFiles::has(const ParcelKey& key, std::uint64_t from, std::uint64_t until) const {
    for (std::uint64_t at = from; at < until;) {
        const std::uint64_t end = std::min(until, (at / kSegmentBytes + 1) * kSegmentBytes);
        struct stat info {};
        if (::stat(segment(key, at / kSegmentBytes).c_str(), &info) != 0 ||
            static_cast<std::uint64_t>(info.st_size) < end - at / kSegmentBytes * kSegmentBytes)
            return false;
        at = end;
    }
    return true;
}

void ParcelFiles::removeAllBut(const std::vector<ParcelRow>& rows) {
    std::set<std::filesystem::path> kept;
    for (const ParcelRow& row : rows)
        kept.insert(folderOf(row.key));
    std::error_code ignored;
    std::vector<std::filesystem::path> stray;
    for (const auto& entry : std::filesystem::directory_iterator(folder_, ignored))
        if (!kept.contains(entry.path()))
            stray.push_back(entry.path());
    for (const auto& path : stray)
        std::filesystem::remove_all(path, ignored);
}

}  // namespace sesame::hub
