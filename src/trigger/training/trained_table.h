// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace sesame::trigger::training {

/// A linear model as it comes out of training.
struct TrainedTable {
    std::size_t answers = 0;
    std::vector<std::uint32_t> hashes;  ///< ascending
    std::vector<float> weights;         ///< `answers` for each feature
};

/// Adds the bytes that WeightTable::take() reads: weights rounded to one byte each, without features that
/// have none left.
void append(const TrainedTable& table, std::vector<std::byte>& out);

}  // namespace sesame::trigger::training
