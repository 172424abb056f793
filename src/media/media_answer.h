// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/media/media_reader.h"
#include "sesame/trigger/media_print.h"

namespace sesame::media {

inline constexpr std::size_t kMostAnswer = std::size_t{8} << 20;  ///< bytes

/// What a reader said, looked at as if it were hostile: it has read hostile bytes. Malformed unless every
/// size fits.
Result<Preview> previewOf(ByteView answer, int mostWidth, int mostHeight);

/// What the file is recognised by, of the same care. Cut to what a print may hold.
Result<trigger::MediaPrint> printOf(ByteView answer);

}  // namespace sesame::media
