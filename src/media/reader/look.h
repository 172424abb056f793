// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/reader/raster.h"
#include "media/reader/source.h"
#include "sesame_schema/media.pb.h"

namespace sesame::media {

/// What the file is, and how it looks within `most` pixels: the picture, or a frame of the clip's beginning.
wire::pb::MediaAnswer look(Source& source, Size most);

}  // namespace sesame::media
