// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/picture_news.h"

#include <utility>

namespace sesame::client {

bool PictureNews::add(const std::vector<desktop::Rect>& areas) {
    if (areas.empty())
        return false;
    const std::lock_guard lock(mutex_);
    const bool first = areas_.isEmpty();
    for (const auto& area : areas)
        areas_.append({area.x, area.y, area.width, area.height});
    if (areas_.size() > kMostAreas) {
        QRect box;
        for (const QRect& area : std::as_const(areas_))
            box |= area;
        areas_ = {box};
    }
    return first;
}

QList<QRect> PictureNews::take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(areas_, {});
}

}  // namespace sesame::client
