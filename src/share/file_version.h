// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace sesame::share {

/// Another number once object, size or time are others; tells nothing else about them.
std::uint64_t versionOf(std::uint64_t device, std::uint64_t inode, std::uint64_t size,
                        std::int64_t modifiedNs);

}  // namespace sesame::share
