// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace sesame::trigger {

/// One difference between a phrase and what was typed.
struct Edit {
    enum class Kind : std::uint8_t { Replace, Insert, Drop, Swap };
    Kind kind;
    std::size_t phraseAt;  ///< Insert: the letter it stands before
    std::size_t typedAt;   ///< Drop: likewise
};

/// Where a phrase lies in what was typed, and what differs there.
struct Alignment {
    std::size_t begin = 0, end = 0;  ///< in the typed letters
    unsigned cost = 0;
    std::vector<Edit> edits;  ///< from the front
};

/// The cheapest place of `phrase` within `typed`. A letter that sounds or looks alike costs less.
/// `boundary[i]`: a word may begin before typed letter i; one longer than `typed`.
Alignment align(std::u32string_view phrase, std::u32string_view typed, const std::vector<bool>& boundary);

}  // namespace sesame::trigger
