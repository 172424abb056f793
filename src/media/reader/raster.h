// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/reader/ff.h"

#include <string>

namespace sesame::media {

/// Pixels row by row, without gaps: red, green, blue, alpha, a byte each.
struct Raster {
    int width = 0;
    int height = 0;
    std::string pixels;
};

struct Size {
    int width = 0;
    int height = 0;
};

/// The largest size of the same shape within `most`; never larger than `size` itself, never empty.
Size fitted(Size size, Size most);

/// The frame at this size, averaged over areas. Empty if it is of no known kind of pixel.
Raster scaled(const AVFrame& frame, Size size);

/// Its grey values, a byte a pixel, as if it lay upon white.
std::string greyOf(const Raster& raster);

/// Turned by quarters to the right.
Raster turned(const Raster& raster, int quarterTurns);

}  // namespace sesame::media
