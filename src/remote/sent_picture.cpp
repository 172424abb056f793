// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/sent_picture.h"

#include <algorithm>
#include <cstring>

namespace sesame::remote {
namespace {

const std::uint32_t* rowOf(const desktop::Pixels& picture, int x, int y) {
    return picture.data + static_cast<std::ptrdiff_t>(y) * picture.stride + x;
}

bool equal(const std::uint32_t* a, const std::uint32_t* b, int count) {
    return std::memcmp(a, b, static_cast<std::size_t>(count) * sizeof *a) == 0;
}

}  // namespace

SentPicture::SentPicture(desktop::Size size)
    : grid_(size),
      pixels_(static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height)),
      suspect_(static_cast<std::size_t>(grid_.count())),
      unknown_(static_cast<std::size_t>(grid_.count())) {
    forget(grid_.whole());
}

void SentPicture::suspect(const desktop::Rect& area) {
    grid_.forEach(area, [&](int tile) { suspect_[static_cast<std::size_t>(tile)] = 1; });
}

void SentPicture::forget(const desktop::Rect& area) {
    grid_.forEach(area, [&](int tile) {
        const auto at = static_cast<std::size_t>(tile);
        forgotten_ += unknown_[at] == 0 ? 1 : 0;
        unknown_[at] = 1;
        suspect_[at] = 1;
    });
}

bool SentPicture::hasSuspects(const desktop::Rect& wanted) const {
    bool any = false;
    grid_.forEach(wanted, [&](int tile) { any = any || suspect_[static_cast<std::size_t>(tile)] != 0; });
    return any;
}

std::vector<desktop::Rect> SentPicture::suspects(const desktop::Rect& wanted) const {
    // One strip for each row of tiles: whoever copies them takes whole rows anyway.
    std::vector<desktop::Rect> out;
    const desktop::Rect tiles = grid_.touched(wanted);
    for (int row = tiles.y; row < tiles.bottom(); ++row) {
        desktop::Rect strip;
        for (int column = tiles.x; column < tiles.right(); ++column) {
            const int tile = grid_.index(column, row);
            if (suspect_[static_cast<std::size_t>(tile)] != 0)
                strip = strip.isEmpty() ? grid_.area(tile) : strip.around(grid_.area(tile));
        }
        if (!strip.isEmpty())
            out.push_back(strip);
    }
    return out;
}

std::vector<int> SentPicture::changed(const desktop::Pixels& now, const desktop::Rect& wanted) {
    std::vector<int> out;
    grid_.forEach(wanted, [&](int tile) {
        const auto at = static_cast<std::size_t>(tile);
        if (suspect_[at] == 0)
            return;
        const desktop::Rect area = grid_.area(tile);
        if (unknown_[at] == 0 && has(now, area, {area.x, area.y}))
            suspect_[at] = 0;
        else
            out.push_back(tile);
    });
    return out;
}

desktop::Rect SentPicture::difference(const desktop::Pixels& now, int tile) const {
    const desktop::Rect area = grid_.area(tile);
    if (unknown_[static_cast<std::size_t>(tile)] != 0)
        return area;
    const auto same = [&](int y) { return equal(rowOf(now, area.x, y), row(area.x, y), area.width); };
    int top = area.y;
    while (top < area.bottom() && same(top))
        ++top;
    if (top == area.bottom())
        return {};
    int bottom = area.bottom();
    while (same(bottom - 1))
        --bottom;
    int left = area.width;  // columns of the tile
    int right = 0;
    for (int y = top; y < bottom; ++y) {
        const std::uint32_t* a = rowOf(now, area.x, y);
        const std::uint32_t* b = row(area.x, y);
        left = static_cast<int>(std::mismatch(a, a + left, b).first - a);
        int last = area.width;
        while (last > right && a[last - 1] == b[last - 1])
            --last;
        right = std::max(right, last);
    }
    return {area.x + left, top, right - left, bottom - top};
}

bool SentPicture::has(const desktop::Pixels& now, const desktop::Rect& area, desktop::Point from) const {
    for (int y = 0; y < area.height; ++y)
        if (!equal(rowOf(now, area.x, area.y + y), row(from.x, from.y + y), area.width))
            return false;
    return true;
}

void SentPicture::sent(const desktop::Pixels& now, const desktop::Rect& area) {
    for (int y = area.y; y < area.bottom(); ++y)
        std::memcpy(pixels_.data() + offset(area.x, y), rowOf(now, area.x, y),
                    static_cast<std::size_t>(area.width) * sizeof(std::uint32_t));
    grid_.forEach(area, [&](int tile) {
        const auto at = static_cast<std::size_t>(tile);
        if (!area.contains(grid_.area(tile)))
            return;
        forgotten_ -= unknown_[at];
        unknown_[at] = 0;
        suspect_[at] = 0;
    });
}

void SentPicture::copied(const desktop::Rect& to, desktop::Point from) {
    const auto copyRow = [&](int y) {
        std::memmove(pixels_.data() + offset(to.x, to.y + y), pixels_.data() + offset(from.x, from.y + y),
                     static_cast<std::size_t>(to.width) * sizeof(std::uint32_t));
    };
    if (to.y <= from.y)
        for (int y = 0; y < to.height; ++y)
            copyRow(y);
    else
        for (int y = to.height - 1; y >= 0; --y)
            copyRow(y);
}

void SentPicture::clear(int tile) {
    suspect_[static_cast<std::size_t>(tile)] = 0;
}

}  // namespace sesame::remote
