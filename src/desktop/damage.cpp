// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop/damage.h"

#include <utility>

namespace sesame::desktop {
namespace {

/// Pixels that a rectangle around both would cover beyond the two.
std::int64_t waste(const Rect& one, const Rect& other) {
    return one.around(other).area() - one.area() - other.area();
}

}  // namespace

void Damage::add(Rect area) {
    if (area.isEmpty())
        return;
    for (std::size_t i = 0; i < areas_.size();) {
        if (areas_[i].contains(area))
            return;
        // Neighbours that make one rectangle together become one, too.
        if (!areas_[i].intersects(area) && waste(areas_[i], area) > 0) {
            ++i;
            continue;
        }
        area = area.around(areas_[i]);
        areas_[i] = areas_.back();
        areas_.pop_back();
        i = 0;  // the grown one may reach others
    }
    if (areas_.size() < kMost) {
        areas_.push_back(area);
        return;
    }
    const auto cheapest = std::min_element(
        areas_.begin(), areas_.end(),
        [&](const Rect& one, const Rect& other) { return waste(one, area) < waste(other, area); });
    const Rect merged = cheapest->around(area);
    *cheapest = areas_.back();
    areas_.pop_back();
    add(merged);
}

std::vector<Rect> Damage::take(const Rect& bounds) {
    std::vector<Rect> out = std::exchange(areas_, {});
    for (Rect& area : out)
        area = area.common(bounds);
    std::erase_if(out, [](const Rect& area) { return area.isEmpty(); });
    return out;
}

}  // namespace sesame::desktop
