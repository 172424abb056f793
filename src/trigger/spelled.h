// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trigger/wish_text.h"

#include <span>
#include <string>
#include <vector>

namespace sesame::trigger {

/// Runs of pinyin syllables without tone: of Han letters, and of words that are written in pinyin, so that
/// the two, and homophones, look alike.
std::vector<std::vector<std::string>> spelledRuns(std::span<const WishUnit> units);

}  // namespace sesame::trigger
