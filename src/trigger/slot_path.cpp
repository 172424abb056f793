// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/slot_path.h"

#include <algorithm>
#include <limits>

namespace sesame::trigger {
namespace {

constexpr double kNever = -std::numeric_limits<double>::infinity();

bool follows(std::size_t part, std::size_t before) {
    switch (static_cast<Part>(part)) {
        case Part::Before:
        case Part::First:
            return static_cast<Part>(before) == Part::Before;
        case Part::Inside:
            return static_cast<Part>(before) == Part::First || static_cast<Part>(before) == Part::Inside;
        case Part::After:
            return static_cast<Part>(before) != Part::Before;
    }
    return false;
}

bool canBegin(std::size_t part) {
    return static_cast<Part>(part) == Part::Before || static_cast<Part>(part) == Part::First;
}

}  // namespace

std::vector<Part> bestPath(std::span<const PartScores> scores) {
    std::vector<PartScores> best(scores.size());
    std::vector<std::array<std::size_t, kParts>> from(scores.size());
    for (std::size_t i = 0; i < scores.size(); ++i)
        for (std::size_t part = 0; part < kParts; ++part) {
            double reach = i == 0 && canBegin(part) ? 0 : kNever;
            for (std::size_t before = 0; i > 0 && before < kParts; ++before)
                if (follows(part, before) && best[i - 1][before] > reach) {
                    reach = best[i - 1][before];
                    from[i][part] = before;
                }
            best[i][part] = reach + scores[i][part];
        }
    std::vector<Part> path(scores.size(), Part::Before);
    if (scores.empty())
        return path;
    // Something is named somewhere: whoever ends in Before has not said what.
    const std::span ends = std::span(best.back()).subspan(1);
    auto part = static_cast<std::size_t>(std::ranges::max_element(ends) - ends.begin()) + 1;
    for (std::size_t i = scores.size(); i-- > 0;) {
        path[i] = static_cast<Part>(part);
        part = from[i][part];
    }
    return path;
}

}  // namespace sesame::trigger
