// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/desktop/screen_source.h"

#include <cstdint>
#include <vector>

namespace sesame::remote {

/// The picture over which the tiles lie: squares of kTile pixels, row by row, smaller at the right and at the
/// bottom.
class TileGrid {
  public:
    static constexpr int kTile = 32;
    explicit TileGrid(desktop::Size size)
        : size_(size), columns_((size.width + kTile - 1) / kTile), rows_((size.height + kTile - 1) / kTile) {}

    desktop::Size size() const { return size_; }
    desktop::Rect whole() const { return {0, 0, size_.width, size_.height}; }
    int columns() const { return columns_; }
    int rows() const { return rows_; }
    int count() const { return columns_ * rows_; }
    int index(int column, int row) const { return row * columns_ + column; }
    desktop::Rect area(int tile) const {
        return desktop::Rect{tile % columns_ * kTile, tile / columns_ * kTile, kTile, kTile}.common(whole());
    }
    /// Columns and rows of the tiles that an area touches.
    desktop::Rect touched(const desktop::Rect& area) const {
        const desktop::Rect inside = area.common(whole());
        if (inside.isEmpty())
            return {};
        const int left = inside.x / kTile;
        const int top = inside.y / kTile;
        return {left, top, (inside.right() - 1) / kTile + 1 - left, (inside.bottom() - 1) / kTile + 1 - top};
    }
    /// Calls `visit(tile)` for each tile that an area touches.
    template <typename Visit>
    void forEach(const desktop::Rect& area, Visit visit) const {
        const desktop::Rect tiles = touched(area);
        for (int row = tiles.y; row < tiles.bottom(); ++row)
            for (int column = tiles.x; column < tiles.right(); ++column)
                visit(index(column, row));
    }
    /// The area, grown to whole tiles.
    desktop::Rect grown(const desktop::Rect& area) const {
        const desktop::Rect tiles = touched(area);
        return desktop::Rect{tiles.x * kTile, tiles.y * kTile, tiles.width * kTile, tiles.height * kTile}
            .common(whole());
    }

  private:
    desktop::Size size_;
    int columns_;
    int rows_;
};

/// What the viewer has on its screen, as far as it follows from what was sent. The desktop's news of damage
/// overstates; comparing with this copy tells what really changed. One thread.
class SentPicture {
  public:
    explicit SentPicture(desktop::Size size);

    const TileGrid& grid() const { return grid_; }

    /// Something may have changed there.
    void suspect(const desktop::Rect& area);
    /// The viewer wants it anew, whatever it has.
    void forget(const desktop::Rect& area);
    bool hasSuspects(const desktop::Rect& wanted) const;
    std::vector<desktop::Rect> suspects(const desktop::Rect& wanted) const;
    bool knowsAll() const { return forgotten_ == 0; }

    /// The suspects among the tiles of `wanted` that differ from the picture now. The others are suspects no
    /// longer.
    std::vector<int> changed(const desktop::Pixels& now, const desktop::Rect& wanted);
    /// The smallest area of the tile around all that differs; empty when nothing does.
    desktop::Rect difference(const desktop::Pixels& now, int tile) const;
    /// Whether the viewer has at `from` what the picture now shows at `area`.
    bool has(const desktop::Pixels& now, const desktop::Rect& area, desktop::Point from) const;

    /// This area was sent as it is now. Its tiles stay suspects as far as they reach beyond it and differ.
    void sent(const desktop::Pixels& now, const desktop::Rect& area);
    /// The viewer copied within its picture.
    void copied(const desktop::Rect& to, desktop::Point from);
    void clear(int tile);

    const std::uint32_t* row(int x, int y) const { return pixels_.data() + offset(x, y); }

  private:
    std::size_t offset(int x, int y) const {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(grid_.size().width) +
               static_cast<std::size_t>(x);
    }

    TileGrid grid_;
    std::vector<std::uint32_t> pixels_;
    std::vector<std::uint8_t> suspect_;
    std::vector<std::uint8_t> unknown_;
    int forgotten_ = 0;  // how many tiles are unknown
};

}  // namespace sesame::remote
