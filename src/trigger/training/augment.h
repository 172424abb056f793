// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trigger/training/corpus.h"

#include <vector>

namespace sesame::trigger::training {

/// The sentences, and others made of them that mean the same: without punctuation, with another's slot, with
/// a greeting or thanks, with a slip of the finger, in pinyin. The same in every build.
std::vector<Sentence> augmented(const std::vector<Sentence>& sentences);

}  // namespace sesame::trigger::training
