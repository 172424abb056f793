// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trigger/wish_clauses.h"

namespace sesame::trigger {

/// What the message says of this matter in the end is that it be not done. A negation of something else
/// ("no video, just call me") is none of this.
bool isNegated(const WishClauses& clauses, Intent intent);

}  // namespace sesame::trigger
