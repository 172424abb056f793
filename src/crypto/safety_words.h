// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

namespace sesame::crypto {

/// In alphabetical order. Both ends must have the same list: changing a word breaks comparing across
/// versions.
extern const std::array<std::string_view, 2048> kSafetyWords;

}  // namespace sesame::crypto
