// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace sesame::trigger {

/// A trained linear model, as it lies in the program: for each known feature one small weight an answer.
class WeightTable {
  public:
    /// Takes a table off the front of `rest`, which it refers to from then on and which starts at a multiple
    /// of four; whatever does not fit makes an empty table.
    static WeightTable take(std::span<const std::byte>& rest);

    std::size_t answers() const { return answers_; }
    std::size_t size() const { return hashes_.size(); }
    /// One weight for each answer, in units of scale(); nothing for an unknown feature.
    std::span<const std::int8_t> row(std::uint32_t hash) const;
    float scale() const { return scale_; }

  private:
    std::size_t answers_ = 0;
    float scale_ = 0;
    std::span<const std::uint32_t> hashes_;  // ascending
    std::span<const std::int8_t> weights_;
};

}  // namespace sesame::trigger
