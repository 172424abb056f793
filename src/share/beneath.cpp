// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "share/beneath.h"

#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/syscall.h>

#include <cerrno>
#include <cstdint>

namespace sesame::share {
namespace {

Error openError() {
    switch (errno) {
        case ENOENT:
            return {ErrorCode::NotFound, "no such file"};
        case ENOSYS:
        case EPERM:
            return {ErrorCode::Unavailable, "this system cannot confine a search to a folder"};
        case EAGAIN:
            return {ErrorCode::Changed, "moved meanwhile"};
        case EEXIST:
            return {ErrorCode::Exists, "there is such a file"};
        case ENOSPC:
        case EDQUOT:
            return {ErrorCode::Full, "the disk is full"};
        case EMFILE:
        case ENFILE:
        case ENOMEM:
            return {ErrorCode::Io, "too much is open"};
        default:
            return {ErrorCode::Refused, "not a plain way to it"};
    }
}

Result<Descriptor> openAt(int root, const std::string& path, int flags, unsigned mode,
                          std::uint64_t resolve) {
    open_how how{};
    how.flags = static_cast<std::uint64_t>(flags) | O_CLOEXEC | O_NOFOLLOW;
    how.mode = mode;
    how.resolve = resolve | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS;
    const long fd = ::syscall(SYS_openat2, root, path.c_str(), &how, sizeof how);
    if (fd < 0)
        return openError();
    return Descriptor(static_cast<int>(fd));
}

}  // namespace

Result<Descriptor> openBeneath(const Descriptor& root, const std::string& path, int flags, unsigned mode) {
    return openAt(root.get(), path, flags, mode, RESOLVE_BENEATH | RESOLVE_NO_XDEV);
}

Result<Descriptor> openWithoutLinks(const std::string& path, int flags) {
    return openAt(AT_FDCWD, path, flags, 0, 0);
}

}  // namespace sesame::share
