// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "share/partial_bytes.h"

#include "share/partial_folder.h"

#include <unistd.h>

#include <algorithm>

namespace sesame::share {
namespace {

constexpr std::uint64_t kCatchUpBytes = 4UL * 1024 * 1024;
constexpr std::size_t kReadBytes = 256UL * 1024;

}  // namespace

Status writeAt(const Descriptor& file, std::uint64_t offset, ByteView bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::pwrite(file.get(), bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (written < 0)
            return diskError();
        bytes = bytes.subspan(static_cast<std::size_t>(written));
        offset += static_cast<std::uint64_t>(written);
    }
    return {};
}

Status hashOn(const Descriptor& file, crypto::Hasher& hasher, std::uint64_t& hashed, std::uint64_t until) {
    Bytes buffer(kReadBytes);
    const std::uint64_t end = std::min(until, hashed + kCatchUpBytes);
    while (hashed < end) {
        const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(buffer.size(), end - hashed));
        const ssize_t got = ::pread(file.get(), buffer.data(), wanted, static_cast<off_t>(hashed));
        if (got <= 0)
            return Error{ErrorCode::Io, "not readable"};
        hasher.add(ByteView(buffer).first(static_cast<std::size_t>(got)));
        hashed += static_cast<std::uint64_t>(got);
    }
    return {};
}

}  // namespace sesame::share
