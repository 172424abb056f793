// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/moves.h"

#include <algorithm>
#include <cstring>
#include <map>

namespace sesame::remote {
namespace {

using desktop::Pixels;
using desktop::Point;
using desktop::Rect;

constexpr std::size_t kFewTiles = 12;  // not worth the search
constexpr int kSpot = 16;              // pixels in a row that must be found again,
constexpr int kSpotRows = 4;           // and rows
constexpr int kLeastSteps = 12;        // changes of colour along its rows
constexpr std::size_t kSpots = 24;     // looked for straight up, down, left and right
constexpr std::size_t kWideSpots = 6;  // looked for everywhere
constexpr int kMostFound = 64;         // of one spot
constexpr int kMostSkipped = 32;
constexpr std::size_t kMostMoves = 24;
constexpr int kLeastTiles = 4;  // in a move

const std::uint32_t* rowOf(const Pixels& picture, int x, int y) {
    return picture.data + static_cast<std::ptrdiff_t>(y) * picture.stride + x;
}
bool same(const std::uint32_t* a, const std::uint32_t* b, int count) {
    return std::memcmp(a, b, static_cast<std::size_t>(count) * sizeof *a) == 0;
}

/// A few pixels that are easily told from others.
struct Spot {
    Point at;
    const std::uint32_t* pixels;  // its first row
    int stride;

    bool isAt(const SentPicture& before, int x, int y) const {
        for (int row = 0; row < kSpotRows; ++row)
            if (!same(pixels + std::ptrdiff_t{row} * stride, before.row(x, y + row), kSpot))
                return false;
        return true;
    }
};

int stepsIn(const std::uint32_t* pixels, int stride) {
    int steps = 0;
    for (int y = 0; y < kSpotRows; ++y, pixels += stride)
        for (int x = 1; x < kSpot; ++x)
            steps += pixels[x] != pixels[x - 1] ? 1 : 0;
    return steps;
}

std::optional<Spot> spotIn(const Pixels& now, const Rect& tile) {
    std::optional<Spot> best;
    int most = kLeastSteps - 1;
    for (int y = tile.y; y + kSpotRows <= tile.bottom(); y += 3)
        for (int x = tile.x; x + kSpot <= tile.right(); x += kSpot / 2) {
            const std::uint32_t* pixels = rowOf(now, x, y);
            if (const int steps = stepsIn(pixels, now.stride); steps > most) {
                most = steps;
                best = Spot{{x, y}, pixels, now.stride};
            }
        }
    return best;
}

std::vector<Spot> spots(const Pixels& now, const SentPicture& before, const std::vector<int>& changed) {
    std::vector<Spot> out;
    const std::size_t stride = std::max<std::size_t>(1, changed.size() / kSpots);
    for (std::size_t i = stride / 2; i < changed.size(); i += stride)
        if (const auto spot = spotIn(now, before.grid().area(changed[i])))
            out.push_back(*spot);
    return out;
}

using Votes = std::map<Point, int>;  // by how far it went

Votes straightVotes(const SentPicture& before, const std::vector<Spot>& all, const Rect& bounds) {
    Votes votes;
    for (const Spot& spot : all) {
        for (int y = bounds.y; y + kSpotRows <= bounds.bottom(); ++y)
            if (spot.isAt(before, spot.at.x, y))
                ++votes[{0, spot.at.y - y}];
        for (int x = bounds.x; x + kSpot <= bounds.right(); ++x)
            if (spot.isAt(before, x, spot.at.y))
                ++votes[{spot.at.x - x, 0}];
    }
    votes.erase({0, 0});
    return votes;
}

void voteEverywhere(const SentPicture& before, const Spot& spot, const Rect& bounds, Votes& votes) {
    std::uint64_t wanted = 0;
    std::memcpy(&wanted, spot.pixels, sizeof wanted);
    int found = 0;
    for (int y = bounds.y; y + kSpotRows <= bounds.bottom(); ++y) {
        const std::uint32_t* row = before.row(0, y);
        for (int x = bounds.x; x + kSpot <= bounds.right(); ++x) {
            std::uint64_t here = 0;
            std::memcpy(&here, row + x, sizeof here);
            if (here != wanted || !spot.isAt(before, x, y))
                continue;
            if (++found > kMostFound)
                return;  // a pattern: it says little
            ++votes[{spot.at.x - x, spot.at.y - y}];
        }
    }
}

std::optional<Point> winner(const Votes& votes, int least) {
    const auto best = std::ranges::max_element(votes, {}, [](const auto& vote) { return vote.second; });
    if (best == votes.end() || best->second < least)
        return std::nullopt;
    return best->first;
}

/// What one shift explains.
class Shifted {
  public:
    Shifted(const Pixels& now, const SentPicture& before, Point by) : now_(now), before_(before), by_(by) {}

    Moves moves(const std::vector<int>& changed, const Rect& bounds) const {
        std::vector<std::uint8_t> isChanged(static_cast<std::size_t>(before_.grid().count()));
        for (const int tile : changed)
            isChanged[static_cast<std::size_t>(tile)] = 1;
        std::vector<Block> blocks;
        std::vector<Block> open;
        const Rect tiles = before_.grid().touched(bounds);
        for (int row = tiles.y; row < tiles.bottom(); ++row) {
            std::vector<Block> runs = runsOf(row, tiles, isChanged);
            for (Block& run : runs)
                for (Block& above : open)
                    if (above.tiles.x == run.tiles.x && above.tiles.width == run.tiles.width) {
                        run.tiles = run.tiles.around(above.tiles);
                        run.gain += above.gain;
                        run.explained.insert(run.explained.end(), above.explained.begin(),
                                             above.explained.end());
                        above = {};  // it lives on in the run
                    }
            blocks.insert(blocks.end(), open.begin(), open.end());
            open = std::move(runs);
        }
        blocks.insert(blocks.end(), open.begin(), open.end());
        return toMoves(std::move(blocks), static_cast<int>(changed.size()));
    }

  private:
    struct Block {
        Rect tiles;    // in columns and rows
        int gain = 0;  // changed tiles that need not be sent
        std::vector<int> explained;
    };
    enum class Fit : std::uint8_t {
        Moved,   ///< explained by the shift
        Either,  ///< not explained, and changed anyway
        Stayed,  ///< a copy would spoil it
    };

    bool inside(const Rect& area) const {
        const Rect whole = before_.grid().whole();
        return whole.contains(area) &&
               whole.contains({area.x - by_.x, area.y - by_.y, area.width, area.height});
    }
    bool fits(const Rect& area) const {
        return inside(area) && before_.has(now_, area, {area.x - by_.x, area.y - by_.y});
    }

    /// Pieces of a row of tiles that begin and end with one that moved.
    std::vector<Block> runsOf(int row, const Rect& tiles, const std::vector<std::uint8_t>& isChanged) const {
        std::vector<Block> out;
        bool going = false;
        for (int column = tiles.x; column < tiles.right(); ++column) {
            const int tile = before_.grid().index(column, row);
            const bool changed = isChanged[static_cast<std::size_t>(tile)] != 0;
            const Fit fit = fits(before_.grid().area(tile)) ? Fit::Moved
                            : changed                       ? Fit::Either
                                                            : Fit::Stayed;
            if (fit == Fit::Moved && !going)
                out.push_back({{column, row, 0, 1}, 0, {}});
            going = fit == Fit::Moved || (going && fit == Fit::Either);
            if (fit != Fit::Moved)
                continue;
            out.back().tiles.width = column + 1 - out.back().tiles.x;
            out.back().gain += changed ? 1 : 0;
            out.back().explained.push_back(tile);
        }
        return out;
    }

    Moves toMoves(std::vector<Block> blocks, int changed) const {
        std::erase_if(blocks, [](const Block& block) { return block.gain < kLeastTiles; });
        std::ranges::sort(blocks, std::greater{}, &Block::gain);
        blocks.resize(std::min(blocks.size(), kMostMoves));
        int gain = 0;
        Moves out;
        for (const Block& block : blocks) {
            gain += block.gain;
            constexpr int kTile = TileGrid::kTile;
            const Rect area = grownToTheEdge(Rect{block.tiles.x * kTile, block.tiles.y * kTile,
                                                  block.tiles.width * kTile, block.tiles.height * kTile}
                                                 .common(before_.grid().whole()));
            out.all.push_back({area, {area.x - by_.x, area.y - by_.y}});
            out.explained.insert(out.explained.end(), block.explained.begin(), block.explained.end());
        }
        if (gain * 5 < changed)
            return {};
        std::ranges::sort(out.all, [&](const Move& a, const Move& b) { return goesFirst(a.to, b.to); });
        if (mayDisturbEachOther(out.all))
            out.explained.clear();
        return out;
    }

    /// Whether one move may write where a later one reads: straight moves in the right order do not, unless
    /// they overlap.
    bool mayDisturbEachOther(const std::vector<Move>& moves) const {
        if (moves.size() > 1 && by_.x != 0 && by_.y != 0)
            return true;
        for (std::size_t i = 0; i < moves.size(); ++i)
            for (std::size_t j = i + 1; j < moves.size(); ++j)
                if (moves[i].to.intersects(moves[j].to))
                    return true;
        return false;
    }

    /// What moved seldom ends where a tile does.
    Rect grownToTheEdge(Rect area) const {
        for (int i = 1; i < TileGrid::kTile && fits({area.x - 1, area.y, 1, area.height}); ++i)
            area = {area.x - 1, area.y, area.width + 1, area.height};
        for (int i = 1; i < TileGrid::kTile && fits({area.right(), area.y, 1, area.height}); ++i)
            ++area.width;
        for (int i = 1; i < TileGrid::kTile && fits({area.x, area.y - 1, area.width, 1}); ++i)
            area = {area.x, area.y - 1, area.width, area.height + 1};
        for (int i = 1; i < TileGrid::kTile && fits({area.x, area.bottom(), area.width, 1}); ++i)
            ++area.height;
        return area;
    }

    /// Whoever moves down or right must make room for those behind.
    bool goesFirst(const Rect& a, const Rect& b) const {
        if (a.y != b.y && by_.y != 0)
            return by_.y > 0 ? a.y > b.y : a.y < b.y;
        return by_.x > 0 ? a.x > b.x : a.x < b.x;
    }

    const Pixels& now_;
    const SentPicture& before_;
    const Point by_;
};

}  // namespace

Moves MoveFinder::find(const Pixels& now, const SentPicture& before, const std::vector<int>& changed) {
    if (changed.size() < kFewTiles)
        return {};
    Rect bounds;
    for (const int tile : changed)
        bounds = bounds.isEmpty() ? before.grid().area(tile) : bounds.around(before.grid().area(tile));
    if (latest_ != Point{})
        if (auto moves = Shifted(now, before, latest_).moves(changed, bounds); !moves.all.empty())
            return moves;
    return search(now, before, changed, bounds);
}

Moves MoveFinder::search(const Pixels& now, const SentPicture& before, const std::vector<int>& changed,
                         const Rect& bounds) {
    const auto attempt = [&](std::optional<Point> by) -> Moves {
        if (!by)
            return {};
        auto moves = Shifted(now, before, *by).moves(changed, bounds);
        if (!moves.all.empty()) {
            latest_ = *by;
            failures_ = skip_ = 0;
        }
        return moves;
    };
    const std::vector<Spot> all = spots(now, before, changed);
    const int least = std::max<int>(3, static_cast<int>(all.size()) / 5);
    if (auto moves = attempt(winner(straightVotes(before, all, bounds), least)); !moves.all.empty())
        return moves;
    if (skip_ > 0) {
        --skip_;
        return {};
    }
    Votes votes;
    const std::size_t stride = std::max<std::size_t>(1, all.size() / kWideSpots);
    for (std::size_t i = stride / 2; i < all.size(); i += stride) {
        voteEverywhere(before, all[i], bounds, votes);
        votes.erase({0, 0});
        if (const auto by = winner(votes, 2))
            if (auto moves = attempt(by); !moves.all.empty())
                return moves;
    }
    ++failures_;
    skip_ = std::min(kMostSkipped, 1 << std::min(failures_, 5));
    return {};
}

}  // namespace sesame::remote
