// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trigger/training/trained_table.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace sesame::trigger::training {

struct Example {
    std::vector<std::uint32_t> features;
    std::size_t answer = 0;
    double weight = 1;
    std::size_t line = 0;  ///< of the training file; what is made of one line comes in a row
};

struct RegressionPlan {
    std::size_t answers = 0;
    std::size_t rounds = 6;
    double step = 0.5;
    double decay = 1e-5;    ///< L2
    double forget = 0.3;    ///< share of the features that an example does without, another each time
    std::size_t least = 2;  ///< lines in which a feature has to occur
    std::uint64_t seed = 1;
};

/// Multinomial logistic regression by AdaGrad, averaged over the second half of the rounds.
TrainedTable regress(const std::vector<Example>& examples, const RegressionPlan& plan);

}  // namespace sesame::trigger::training
