// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "share/folder_scan.h"

#include "share/file_version.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

#include <algorithm>
#include <cerrno>
#include <optional>

namespace sesame::share {
namespace {

/// What the disk says about an entry; nullopt for what is not shared.
std::optional<Entry> inspect(int folder, const char* name) {
    struct statx info {};
    constexpr unsigned kWanted = STATX_TYPE | STATX_NLINK | STATX_INO | STATX_SIZE | STATX_MTIME;
    if (::statx(folder, name, AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT, kWanted, &info) != 0)
        return std::nullopt;
    const bool isFolder = S_ISDIR(info.stx_mode);
    const bool isFile = S_ISREG(info.stx_mode) && info.stx_nlink == 1;
    if ((!isFolder && !isFile) || (info.stx_attributes & STATX_ATTR_MOUNT_ROOT) != 0)
        return std::nullopt;
    const std::int64_t modifiedNs = info.stx_mtime.tv_sec * 1'000'000'000 + info.stx_mtime.tv_nsec;
    const dev_t device = ::makedev(info.stx_dev_major, info.stx_dev_minor);
    return Entry{name, isFolder, isFolder ? 0 : info.stx_size, modifiedNs / 1'000'000,
                 versionOf(device, info.stx_ino, info.stx_size, modifiedNs)};
}

}  // namespace

std::string joined(const std::string& folder, const std::string& below) {
    return folder.empty() || below.empty() ? folder + below : folder + '/' + below;
}

Result<FolderScan> FolderScan::begin(const SharedFolder& shared, const std::string& folder, Depth depth) {
    FolderScan scan(shared, folder, depth);
    scan.onlyFile_ = shared.isFile() && folder.empty();
    if (!scan.onlyFile_)
        SESAME_TRY(scan.enter(""));
    return scan;
}

Status FolderScan::enter(const std::string& below) {
    SESAME_TRY_ASSIGN(auto fd, shared_->openFolder(joined(base_, below)));
    directory_.reset(::fdopendir(fd.get()));
    if (!directory_)
        return Error{ErrorCode::Io, "not readable"};
    fd.release();
    below_ = below;
    return {};
}

bool FolderScan::read(std::size_t entries, const std::function<void(Entry)>& take) {
    if (onlyFile_) {
        if (const auto file = shared_->openFile(shared_->name()))
            take({shared_->name(), false, file->size, file->modifiedMs, file->version});
        return false;
    }
    for (; entries > 0; --entries) {
        errno = 0;
        if (const dirent* entry = ::readdir(directory_.get())) {
            visit(*entry, take);
            continue;
        }
        unread_ += errno != 0 ? 1 : 0;
        if (!nextFolder())
            return false;
    }
    return true;
}

bool FolderScan::nextFolder() {
    while (!waiting_.empty()) {
        const std::string below = std::move(waiting_.back());
        waiting_.pop_back();
        waitingBytes_ -= below.size();
        if (enter(below))
            return true;
        ++unread_;
    }
    return false;
}

void FolderScan::visit(const dirent& entry, const std::function<void(Entry)>& take) {
    const char* name = static_cast<const char*>(entry.d_name);
    if (isWithheldName(name))
        return;
    const bool maybeShared = entry.d_type == DT_DIR || entry.d_type == DT_REG || entry.d_type == DT_UNKNOWN;
    auto found = maybeShared ? inspect(::dirfd(directory_.get()), name) : std::nullopt;
    if (!found) {
        ++leftOut_;
        return;
    }
    found->name = joined(below_, found->name);
    if (found->isFolder && depth_ == Depth::Tree)
        remember(found->name);
    take(*std::move(found));
}

void FolderScan::remember(std::string below) {
    const auto depth = static_cast<std::size_t>(std::count(below.begin(), below.end(), '/'));
    if (waitingBytes_ + below.size() > kMaxWaitingBytes || depth >= kMaxDepth) {
        ++unread_;
        return;
    }
    waitingBytes_ += below.size();
    waiting_.push_back(std::move(below));
}

}  // namespace sesame::share
