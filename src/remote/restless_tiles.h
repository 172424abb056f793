// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/sent_picture.h"

#include <chrono>
#include <optional>

namespace sesame::remote {

/// Which tiles keep changing, as a video does, and which of them the viewer has only roughly. One thread.
class RestlessTiles {
  public:
    using Time = std::chrono::steady_clock::time_point;
    /// Changes further apart do not belong together.
    static constexpr auto kPause = std::chrono::milliseconds(250);
    static constexpr int kChanges = 2;

    explicit RestlessTiles(const TileGrid& grid)
        : grid_(grid), tiles_(static_cast<std::size_t>(grid.count())) {}

    void changed(int tile, Time now);
    /// It has changed, and the line has no room for it yet. That is no rest.
    void waits(int tile, Time now);
    /// Since when; Time::max() when it does not.
    Time waitsSince(int tile) const { return at(tile).waitsSince; }
    /// It has changed often lately, and what changed has too many colours to be packed well without loss.
    bool isVideo(const desktop::Pixels& picture, int tile, const desktop::Rect& changed) const;

    void sent(const desktop::Rect& area, bool rough);
    /// The viewer copied within its picture, rough tiles perhaps among them.
    void copied(const desktop::Rect& to, desktop::Point from, Time now);
    /// Rough tiles that have come to rest, inside `wanted`.
    std::vector<int> due(const desktop::Rect& wanted, Time now) const;
    /// When the next of the rough tiles may be due.
    std::optional<Time> nextDue(const desktop::Rect& wanted) const;

  private:
    struct Tile {
        Time changedAt{};
        std::uint8_t changes = 0;
        bool rough = false;
        Time waitsSince = Time::max();
    };
    Tile& at(int tile) { return tiles_[static_cast<std::size_t>(tile)]; }
    const Tile& at(int tile) const { return tiles_[static_cast<std::size_t>(tile)]; }

    const TileGrid grid_;
    std::vector<Tile> tiles_;
    int rough_ = 0;  // how many
};

}  // namespace sesame::remote
