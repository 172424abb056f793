// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace sesame::share {

/// A name for something foreign on this disk (S34): honest text, not hidden, no option, no hidden end, and
/// short enough to be numbered. One part of a path; what is harmless stays as it is.
std::string savedName(std::string_view raw);

/// The same for every part of a path below some folder.
std::string savedPath(std::string_view raw);

/// The name to try as the n-th: "photo.jpg", "photo (2).jpg", "photo (3).jpg".
std::string numbered(const std::string& name, unsigned number);

}  // namespace sesame::share
