// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trigger/reading.h"

#include <optional>

namespace sesame::trigger {

/// A stretch of typed tokens.
struct Place {
    std::size_t first, last;  ///< last: one past
};

/// Where the phrase stands with two neighbouring parts exchanged (共享屏幕 for 屏幕共享) and nothing else
/// changed. None where a negation, or a number or opposite on both sides, would change what it says.
std::optional<Place> rearrangedPlace(const Reading& phrase, const Reading& typed);

}  // namespace sesame::trigger
