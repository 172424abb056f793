// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace sesame::trigger {

/// Hashes of short pieces of a normalised text that survive slips: neighbouring sounds of Han letters, in
/// characters and in pinyin letters, and runs of other letters. Texts alike share many.
std::vector<std::uint32_t> featuresOf(std::u32string_view text);

}  // namespace sesame::trigger
