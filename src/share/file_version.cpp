// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "share/file_version.h"

#include "sesame/crypto/hash.h"

#include <algorithm>
#include <array>

namespace sesame::share {

std::uint64_t versionOf(std::uint64_t device, std::uint64_t inode, std::uint64_t size,
                        std::int64_t modifiedNs) {
    const std::array<std::uint64_t, 4> parts = {device, inode, size, static_cast<std::uint64_t>(modifiedNs)};
    const auto digest = crypto::hash(std::as_bytes(std::span(parts)));
    std::uint64_t version = 0;
    std::copy_n(digest.begin(), sizeof version, reinterpret_cast<std::byte*>(&version));
    return version;
}

}  // namespace sesame::share
