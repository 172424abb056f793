// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace sesame::trigger {

/// The form in which phrases and messages are compared (DESIGN section 4): NFKC, default-ignorable and bidi
/// controls dropped, case folded, Traditional to Simplified, white space collapsed (none between CJK
/// characters), outer quotes, brackets and closing punctuation other than a question mark stripped. Input
/// that is not UTF-8, or longer than 16 KiB, gives "". Pure; any thread.
std::string normalise(std::string_view text);

}  // namespace sesame::trigger
