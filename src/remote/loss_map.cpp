// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/loss_map.h"

#include <algorithm>

namespace sesame::remote {

void LossMap::resize(desktop::Size size) {
    size_ = size;
    lossy_.clear();
    exact_ = true;
}

void LossMap::paint(const ServerCheck::Painted& painted) {
    if (exact_ && painted.exact)
        return;
    lossy_.resize(static_cast<std::size_t>(size_.width) * static_cast<std::size_t>(size_.height));
    exact_ = false;
    const desktop::Rect source{painted.from.x, painted.from.y, painted.area.width, painted.area.height};
    fill(painted.area, !painted.exact || (painted.copied && anyLossIn(source)));
}

bool LossMap::exact() {
    if (!exact_)
        exact_ = std::find(lossy_.begin(), lossy_.end(), true) == lossy_.end();
    return exact_;
}

bool LossMap::anyLossIn(const desktop::Rect& area) const {
    for (int y = area.y; y < area.y + area.height; ++y) {
        const auto row = lossy_.begin() + std::ptrdiff_t{y} * size_.width + area.x;
        if (std::find(row, row + area.width, true) != row + area.width)
            return true;
    }
    return false;
}

void LossMap::fill(const desktop::Rect& area, bool lossy) {
    for (int y = area.y; y < area.y + area.height; ++y) {
        const auto row = lossy_.begin() + std::ptrdiff_t{y} * size_.width + area.x;
        std::fill(row, row + area.width, lossy);
    }
}

}  // namespace sesame::remote
