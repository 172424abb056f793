// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/reader/raster.h"
#include "media/reader/source.h"
#include "sesame_schema/media.pb.h"

namespace sesame::media {

/// What the file is, and how it looks within `most` pixels: the picture, or a frame of the clip's beginning.
wire::pb::MediaAnswer look(Source& source, Size most);

/// What the file is, and what it is recognised by: its picture as a grey square of `side`; or its frames, one
/// each `stepMs`, at most `frames`, and the fingerprint of its sound.
struct PrintShape {
    int pictureSide = 0;
    int frameSide = 0;
    int stepMs = 0;
    int frames = 0;
};
wire::pb::MediaAnswer print(Source& source, const PrintShape& shape);

}  // namespace sesame::media
