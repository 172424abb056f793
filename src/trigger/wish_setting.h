// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trigger/wish_text.h"

#include <span>
#include <string>
#include <string_view>

namespace sesame::trigger {

/// The value that the words name for a setting ("text-size", "theme", "language", "notification-sound",
/// "page"), by resources/lexicon/wish_settings.txt; "" if they name none.
std::string valueSaid(std::span<const WishUnit> units, std::string_view setting);

}  // namespace sesame::trigger
