// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trigger/grey_field.h"

#include <cstdint>

namespace sesame::trigger {

/// Below this in all starts, two pictures have nothing in common.
inline constexpr float kLeastCoarse = 0.42F;

/// One picture very small, as each start of the alignment compares it: shifted and scaled when it is the one
/// that was sent. Two looks at one start are compared by a product alone.
enum class Side : std::uint8_t { Rule, Sent };
struct CoarseLooks {
    std::size_t pixels = 0;  ///< of each
    std::vector<float> values;
};
CoarseLooks coarseLooks(const GreyField& field, Side side);
/// At the start that suits them best, 0 to 1. Below kLeastCoarse likenessOf() finds nothing.
float coarseLikeness(const CoarseLooks& rule, const CoarseLooks& sent);

/// How alike two pictures are once one is laid upon the other, cropped, turned a little or seen aslant:
/// 1 is the same, 0 has nothing in common. `weakest` is the likeness of the part that is least alike,
/// `detail` the detailOf() of the one that has less of it.
struct Likeness {
    float whole = 0;
    float weakest = 0;
    float detail = 0;
};
Likeness likenessOf(const GreyField& rule, const GreyField& sent);

}  // namespace sesame::trigger
