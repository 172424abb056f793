// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/ids.h"

namespace sesame {

/// Chosen at random by the sender of a file; the same on both sides and on the hub.
using ParcelId = FixedId<struct ParcelIdTag, 16>;

}  // namespace sesame
