// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "share/growing_file.h"

#include "share/partial_folder.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

namespace sesame::share {
namespace {

constexpr std::uint64_t kCatchUpBytes = 4UL * 1024 * 1024;
constexpr std::size_t kReadBytes = 256UL * 1024;

timespec timeOf(std::int64_t ms) {
    const std::int64_t rest = (ms % 1000 + 1000) % 1000;
    timespec time{};
    time.tv_sec = (ms - rest) / 1000;
    time.tv_nsec = rest * 1'000'000;
    return time;
}

}  // namespace

Result<GrowingFile> GrowingFile::open(Arrivals& arrivals, const OfferedFile& offer, std::uint64_t offset) {
    SESAME_TRY_ASSIGN(auto file, arrivals.openPartial(offer));
    struct stat info {};
    if (::fstat(file.get(), &info) != 0 || !S_ISREG(info.st_mode) ||
        static_cast<std::uint64_t>(info.st_size) < offset)
        return Error{ErrorCode::Changed, "less is there than was"};
    if (::ftruncate(file.get(), static_cast<off_t>(offset)) != 0)
        return diskError();
    return GrowingFile(std::move(file), offer, offset);
}

Status GrowingFile::catchUp() {
    Bytes buffer(kReadBytes);
    const std::uint64_t until = std::min(offset_, hashed_ + kCatchUpBytes);
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

Status GrowingFile::add(ByteView bytes) {
    SESAME_ASSERT(!isBehind());
    hasher_.add(bytes);
    while (!bytes.empty()) {
        const ssize_t written = ::pwrite(file_.get(), bytes.data(), bytes.size(), static_cast<off_t>(size_));
        if (written < 0)
            return diskError();
        bytes = bytes.subspan(static_cast<std::size_t>(written));
        size_ += static_cast<std::uint64_t>(written);
    }
    return {};
}

ByteArray<32> GrowingFile::finish() {
    const timespec times[2] = {{0, UTIME_OMIT}, timeOf(modifiedMs_)};
    ::futimens(file_.get(), times);
    return hasher_.finish();
}

}  // namespace sesame::share
