// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/trigger/command.h"
#include "sesame/trigger/intent.h"

#include <vector>

/// What a wish may be asked of the helper for. Pure; any thread.
namespace sesame::client {

/// Commands that a wish can mean; the first is what was understood. Empty where it cannot be asked for: no
/// wish, a wish without saying for what, or for something that this version cannot do. `textSize`: the one in
/// use, which "larger" goes on from.
std::vector<trigger::Command> wishCommands(const trigger::Wish& wish, std::string_view textSize);

}  // namespace sesame::client
