// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trigger/wish_text.h"

#include <vector>

namespace sesame::trigger {

/// Joins what stands in quotation marks into one unit of no meaning, if it says that something be done: words
/// that are quoted wish nothing. The name of a thing in quotation marks stays as it is.
std::vector<WishUnit> withQuotesJoined(const WishText& text, std::vector<WishUnit> units);

}  // namespace sesame::trigger
