// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/trigger/media_print.h"

#include <cstddef>
#include <utility>
#include <vector>

namespace sesame::bench {

/// Pairs of different pictures that are taken for one another.
struct LookAlikes {
    std::size_t pairs = 0;
    std::size_t compared = 0;  ///< whose coarse look did not settle it
    std::vector<std::pair<std::size_t, std::size_t>> match;
    std::vector<std::pair<std::size_t, std::size_t>> near;
};

/// Each picture as the rule against each later one as the one sent. What comparison itself looks at first is
/// made once for each picture; the rest is the comparison. Nothing is left out of the pairs that are looked
/// at: all of them, or one part in `parts`, in which each family meets each.
LookAlikes findLookAlikes(const std::vector<trigger::PicturePrint>& prints, std::size_t parts);

}  // namespace sesame::bench
