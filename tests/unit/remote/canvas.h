// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/desktop/screen_source.h"

#include <random>

namespace sesame::test {

/// A picture to draw on.
class Canvas {
  public:
    using Point = desktop::Point;
    using Rect = desktop::Rect;
    explicit Canvas(desktop::Size size)
        : size_(size), data_(static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height)) {}

    desktop::Size size() const { return size_; }
    Rect whole() const { return {0, 0, size_.width, size_.height}; }
    desktop::Pixels pixels() const { return {data_.data(), size_, size_.width}; }
    std::uint32_t& at(Point point) {
        return data_[static_cast<std::size_t>(point.y) * static_cast<std::size_t>(size_.width) +
                     static_cast<std::size_t>(point.x)];
    }

    template <typename Colour>
    void paint(const Rect& area, Colour colour) {
        const Rect inside = area.common(whole());
        for (int y = inside.y; y < inside.bottom(); ++y)
            for (int x = inside.x; x < inside.right(); ++x)
                at({x, y}) = colour(Point{x, y});
    }
    void fill(const Rect& area, std::uint32_t colour) {
        paint(area, [=](Point) { return colour; });
    }
    void noise(const Rect& area, unsigned seed) {
        std::mt19937 random(seed);
        paint(area, [&](Point) { return random() & 0xffffff; });
    }
    /// Something like a page of text, all of it: few colours, and no two lines alike.
    void text(unsigned seed = 0) {
        paint(whole(), [=](Point point) { return page(point, seed); });
    }
    void copy(const Rect& to, Point from) {
        const Canvas before = *this;
        paint(to, [&, source = before](Point point) mutable {
            return source.at({point.x - to.x + from.x, point.y - to.y + from.y});
        });
    }
    void paste(Point to, const Canvas& other) {
        Canvas source = other;
        paint({to.x, to.y, other.size_.width, other.size_.height}, [&](Point point) {
            return source.at({point.x - to.x, point.y - to.y});
        });
    }
    /// Up by so many rows, something new comes in.
    void scroll(const Rect& area, int by) {
        const Canvas before = *this;
        paint(area, [&, source = before](Point point) mutable {
            const Point from{point.x, point.y + by};
            return area.contains(from) ? source.at(from) : page(from, 99);
        });
    }

    static std::uint32_t page(Point at, unsigned seed = 0) {
        std::uint64_t mixed = static_cast<std::uint64_t>(at.x / 2) << 32 | static_cast<unsigned>(at.y);
        mixed += std::uint64_t{seed} * 0x9e3779b97f4a7c15U;
        mixed = (mixed ^ mixed >> 30) * 0xbf58476d1ce4e5b9U;
        mixed = (mixed ^ mixed >> 27) * 0x94d049bb133111ebU;
        return at.y % 16 < 11 && (mixed ^ mixed >> 31) % 5 == 0 ? 0x202020 : 0xfafafa;
    }

  private:
    desktop::Size size_;
    std::vector<std::uint32_t> data_;
};

}  // namespace sesame::test
