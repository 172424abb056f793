// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/data_directory.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace sesame::hub {

Result<DataDirectory> DataDirectory::open(const std::filesystem::path& path) {
    std::error_code error;
    const bool made = std::filesystem::create_directories(path, error);
    if (error)
        return Error{ErrorCode::Io, "Cannot make the data directory " + path.string() + ": " +
                                        error.message() +
                                        ". Give --data a directory that this user may write"};
    if (made)
        ::chmod(path.c_str(), 0700);
    const int lock = ::open((path / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock < 0)
        return Error{ErrorCode::Io, "Cannot write in the data directory " + path.string() + ": " +
                                        std::strerror(errno) +
                                        ". Give --data a directory that this user may write"};
    if (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
        ::close(lock);
        return Error{ErrorCode::Unavailable, "The data directory " + path.string() +
                                                 " is in use by another hub. Stop that one, or give --data "
                                                 "another directory"};
    }
    return DataDirectory(path, lock);
}

DataDirectory::DataDirectory(DataDirectory&& other) noexcept
    : path_(std::move(other.path_)), lock_(std::exchange(other.lock_, -1)) {
}

DataDirectory::~DataDirectory() {
    if (lock_ >= 0)
        ::close(lock_);
}

}  // namespace sesame::hub
