// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace sesame::trigger {

/// `typed` is `word` with a slip of the fingers, not another word and not another form of it.
bool isWordSlip(std::u32string_view word, std::u32string_view typed);

/// Letters wrong, lost, too many or exchanged with their neighbour.
std::size_t lettersApart(std::u32string_view word, std::u32string_view typed);

}  // namespace sesame::trigger
