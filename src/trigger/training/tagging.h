// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trigger/training/corpus.h"
#include "trigger/training/trained_table.h"
#include "trigger/wish_spelling.h"

#include <vector>

namespace sesame::trigger::training {

/// Learns where the thing that is to be opened or shared is named: an averaged structured perceptron.
TrainedTable learnPlaces(const std::vector<Sentence>& sentences, const WishSpelling& spelling);

}  // namespace sesame::trigger::training
