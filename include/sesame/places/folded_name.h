// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace sesame::places {

/// A name as people compare names: composition, width, case and white space aside (NFKC, case folding).
std::string foldedName(std::string_view name);

}  // namespace sesame::places
