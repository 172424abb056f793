// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>

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
    bool contains(Point at) const { return at.x >= x && at.y >= y && at.x < x + width && at.y < y + height; }
};

}  // namespace sesame::desktop
