// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/crypto/random.h"
#include "sesame/share/parcel.h"

namespace sesame::share {

/// What a chunk is authenticated as, besides its bytes: which of how long a file, so that none can be left
/// out, moved, doubled or put into another file (M22).
Bytes chunkLabel(const ParcelTerms& terms, std::uint64_t index);

}  // namespace sesame::share
