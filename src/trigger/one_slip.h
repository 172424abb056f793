// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace sesame::trigger {

/// One letter wrong, lost, doubled or in its neighbour's place; or none at all.
bool isOneSlip(std::u32string_view word, std::u32string_view typed);

}  // namespace sesame::trigger
