// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace sesame::execute {

/// Valid UTF-8 that looks like what it is: no controls, line or paragraph separators, bidi controls,
/// zero-width or other invisible characters, private-use or non-characters (S49).
bool isHonestText(std::string_view text);

}  // namespace sesame::execute
