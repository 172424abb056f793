// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/shown_picture.h"

#include <algorithm>

namespace sesame::remote {

std::uint32_t* ShownPicture::reserve(desktop::Size size) {
    if (nextSize_ != size) {
        next_.assign(static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height), 0);
        next_.shrink_to_fit();
        nextSize_ = size;
    }
    return next_.data();
}

bool ShownPicture::publish(const std::vector<desktop::Rect>& areas) {
    const std::lock_guard lock(mutex_);
    if (shownSize_ != nextSize_) {
        shown_ = next_;
        shown_.shrink_to_fit();
        shownSize_ = nextSize_;
        return true;
    }
    for (const desktop::Rect& area : areas)
        copyRows(area);
    return false;
}

void ShownPicture::read(const std::function<void(const desktop::Pixels&)>& reader) const {
    const std::lock_guard lock(mutex_);
    reader({shown_.data(), shownSize_, shownSize_.width});
}

void ShownPicture::copyRows(const desktop::Rect& area) {
    for (int y = area.y; y < area.y + area.height; ++y) {
        const auto row = std::ptrdiff_t{y} * nextSize_.width + area.x;
        std::copy_n(next_.begin() + row, area.width, shown_.begin() + row);
    }
}

}  // namespace sesame::remote
