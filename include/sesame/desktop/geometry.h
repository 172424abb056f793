// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>

namespace sesame::desktop {

struct Point {
    int x = 0;
    int y = 0;
    auto operator<=>(const Point&) const = default;
};

struct Size {
    int width = 0;
    int height = 0;
    auto operator<=>(const Size&) const = default;
};

/// In pixels of the whole desktop, origin top left.
struct Rect {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    auto operator<=>(const Rect&) const = default;
    int right() const { return x + width; }    ///< first column outside
    int bottom() const { return y + height; }  ///< first row outside
    bool isEmpty() const { return width <= 0 || height <= 0; }
    std::int64_t area() const { return std::int64_t{width} * height; }
    bool contains(Point at) const { return at.x >= x && at.y >= y && at.x < right() && at.y < bottom(); }
    bool contains(const Rect& other) const {
        return other.x >= x && other.y >= y && other.right() <= right() && other.bottom() <= bottom();
    }
    bool intersects(const Rect& other) const {
        return other.x < right() && x < other.right() && other.y < bottom() && y < other.bottom();
    }
    /// What both have in common; empty when that is nothing.
    Rect common(const Rect& other) const {
        const int left = std::max(x, other.x);
        const int top = std::max(y, other.y);
        const Rect out{left, top, std::min(right(), other.right()) - left,
                       std::min(bottom(), other.bottom()) - top};
        return out.isEmpty() ? Rect{} : out;
    }
    /// The smallest rectangle around both.
    Rect around(const Rect& other) const {
        const int left = std::min(x, other.x);
        const int top = std::min(y, other.y);
        return {left, top, std::max(right(), other.right()) - left, std::max(bottom(), other.bottom()) - top};
    }
};

}  // namespace sesame::desktop
