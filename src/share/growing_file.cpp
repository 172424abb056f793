// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "share/growing_file.h"

#include "share/partial_bytes.h"
#include "share/partial_folder.h"

#include <sys/stat.h>
#include <unistd.h>

namespace sesame::share {
namespace {

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
    return hashOn(file_, hasher_, hashed_, offset_);
}

Status GrowingFile::add(ByteView bytes) {
    SESAME_ASSERT(!isBehind());
    hasher_.add(bytes);
    SESAME_TRY(writeAt(file_, size_, bytes));
    size_ += bytes.size();
    return {};
}

ByteArray<32> GrowingFile::finish() {
    const timespec times[2] = {{0, UTIME_OMIT}, timeOf(modifiedMs_)};
    ::futimens(file_.get(), times);
    return hasher_.finish();
}

}  // namespace sesame::share
