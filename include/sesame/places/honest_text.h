// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace sesame::places {

/// Valid UTF-8 that looks like what it is: no controls, line or paragraph separators, bidi controls,
/// zero-width or other invisible characters, private-use or non-characters (S49).
bool isHonestText(std::string_view text);

/// Foreign text as it may be shown: U+FFFD in the place of everything that honest text may not have, and of
/// each byte that is no UTF-8. Honest text stays as it is.
std::string shownText(std::string_view raw);

/// The last part of a path, as it may be shown.
std::string shownName(std::string_view path);

}  // namespace sesame::places
