// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trigger/training/corpus.h"

#include <string>
#include <vector>

namespace sesame::trigger::training {

/// The words of the sentences as WishSpelling reads them.
std::string vocabulary(const std::vector<Sentence>& sentences);

}  // namespace sesame::trigger::training
