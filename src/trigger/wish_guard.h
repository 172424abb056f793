// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trigger/wish_text.h"

#include "sesame/trigger/intent.h"

#include <span>
#include <string_view>

namespace sesame::trigger {

/// Why a message wishes nothing, whatever the classifier says: the name of the guard, or "" if none objects.
/// By its outer form: "several-lines", "quoted", "link", "code".
std::string_view guardForm(std::string_view message);
/// By what is said, for this intent: "negated", "later", "other-computer".
std::string_view guardSense(std::span<const WishUnit> units, Intent intent);

}  // namespace sesame::trigger
