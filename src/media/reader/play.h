// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/reader/raster.h"
#include "media/reader/source.h"

namespace sesame::media {

/// Writes the sound and the pictures, within `most` pixels, from `fromMs` on: PlayFrame after PlayFrame, as
/// fast as they are read.
void play(Source& source, Size most, std::int64_t fromMs);

}  // namespace sesame::media
