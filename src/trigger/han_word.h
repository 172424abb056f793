// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace sesame::trigger {

/// Whether the letter at `at` belongs to a word of two letters or more, by the dictionary of ICU. Any thread.
bool isInsideHanWord(std::u32string_view text, std::size_t at);

}  // namespace sesame::trigger
