// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trigger/wish_model.h"

#include <array>
#include <span>
#include <vector>

namespace sesame::trigger {

/// What speaks for each part at one unit.
using PartScores = std::array<double, kParts>;

/// The most likely parts of all units: some before, one place in a row, some after.
std::vector<Part> bestPath(std::span<const PartScores> scores);

}  // namespace sesame::trigger
