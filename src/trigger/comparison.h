// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace sesame::trigger {

/// A slip, or the phrase within a willing sentence (DESIGN section 4). Both are normalised and differ.
bool isNear(std::u32string_view phrase, std::u32string_view typed);

/// Longer messages are never a slip of a phrase, and longer phrases have none.
inline constexpr std::size_t kLongestNear = 240;
inline constexpr std::size_t kLongestPhrase = 128;

}  // namespace sesame::trigger
