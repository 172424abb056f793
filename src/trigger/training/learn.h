// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trigger/training/corpus.h"

#include <cstddef>
#include <vector>

namespace sesame::trigger::training {

/// The bytes of a WishModel that has learned these sentences.
std::vector<std::byte> learn(const std::vector<Sentence>& sentences);

}  // namespace sesame::trigger::training
