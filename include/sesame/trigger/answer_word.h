// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace sesame::trigger {

/// A message that is nothing but yes (true) or no (false): "是", "好的", "yes please", "不", "no thanks".
/// Pure; any thread.
std::optional<bool> answerWord(std::string_view typed);

}  // namespace sesame::trigger
