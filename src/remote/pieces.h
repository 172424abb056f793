// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/sent_picture.h"

#include <vector>

namespace sesame::remote {

/// What of one tile must be sent.
struct Part {
    int tile = 0;
    desktop::Rect area;
};

/// An area that is encoded as one.
struct Piece {
    desktop::Rect area;
    std::vector<int> tiles;  ///< whose parts are in it
};

/// Joins parts of neighbouring tiles as long as little is sent in vain: each piece costs some 20 bytes and a
/// turn of the encoder. `parts` in the order of their tiles.
std::vector<Piece> joined(const TileGrid& grid, const std::vector<Part>& parts, std::int64_t mostPixels);

}  // namespace sesame::remote
