// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace sesame::trigger {

/// A square of grey values, row by row.
struct GreyField {
    std::size_t side = 0;
    std::vector<float> values;

    float at(std::size_t x, std::size_t y) const { return values[y * side + x]; }
};

GreyField fieldOf(std::span<const std::byte> grey, std::size_t side);
/// Half the side, each value the mean of four.
GreyField halved(const GreyField& field);
/// What is finer than `radius` on both sides: light, shade and broad areas are gone.
GreyField highPassed(const GreyField& field, std::size_t radius);
/// What lies at an edge was made finer with what lies beyond it, which a crop or the frame of a screen
/// changes: so many pixels do not count.
constexpr std::size_t marginOf(std::size_t side) {
    return side / 16;
}
/// How much changes from pixel to pixel, of all that changes, without the margin: the more, the more places
/// say something of their own. 0 where all is the same; about 1 for a face, 4 for noise.
float detailOf(const GreyField& field);
/// Standard deviation.
float contrastOf(const GreyField& field);

}  // namespace sesame::trigger
