// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace sesame::media {

/// Gives up everything but reading standard input, writing standard output, memory and time: no other file,
/// no network, no program, no thread, and no more than `bytes` of memory beyond what is mapped now.
/// For good. False if the system does not allow the limits: then nothing may be read.
[[nodiscard]] bool enterSandbox(std::uint64_t bytes, std::uint64_t mostBytes);

/// A film needs more memory than a picture: raises the limit to `mostBytes` as given above.
void allowMostBytes();

}  // namespace sesame::media
