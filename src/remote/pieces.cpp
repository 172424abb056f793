// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/pieces.h"

#include <utility>

namespace sesame::remote {
namespace {

/// Joins b to a if that is worth it.
bool join(Piece& a, const Piece& b, std::int64_t mostPixels) {
    const desktop::Rect both = a.area.around(b.area);
    const std::int64_t needed = a.area.area() + b.area.area();
    if (both.area() > mostPixels || both.area() > needed + needed / 4 + 512)
        return false;
    a.area = both;
    a.tiles.insert(a.tiles.end(), b.tiles.begin(), b.tiles.end());
    return true;
}

}  // namespace

std::vector<Piece> joined(const TileGrid& grid, const std::vector<Part>& parts, std::int64_t mostPixels) {
    std::vector<Piece> done;
    std::vector<Piece> above;  // the pieces that end in the row of tiles before
    std::vector<Piece> present;
    const auto finishRow = [&] {
        for (Piece& piece : present)
            for (Piece& upper : above)
                if (!upper.tiles.empty() && join(upper, piece, mostPixels)) {
                    piece = std::exchange(upper, Piece{});
                    break;
                }
        for (Piece& upper : above)
            if (!upper.tiles.empty())
                done.push_back(std::move(upper));
        above = std::move(present);
        present.clear();
    };
    int row = -1;
    int latest = -1;
    for (const Part& part : parts) {
        const int partRow = part.tile / grid.columns();
        for (; row < partRow; ++row)
            finishRow();
        Piece one{part.area, {part.tile}};
        if (present.empty() || part.tile != latest + 1 || !join(present.back(), one, mostPixels))
            present.push_back(std::move(one));
        latest = part.tile;
    }
    finishRow();
    finishRow();
    return done;
}

}  // namespace sesame::remote
