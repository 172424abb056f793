// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace sesame::trigger {

/// How something sent relates to what a rule holds: Near asks, only Match may run.
enum class MatchKind : std::uint8_t { No, Near, Match };
const char* name(MatchKind kind);  ///< "no", "near", "match"

}  // namespace sesame::trigger
