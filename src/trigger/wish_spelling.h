// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trigger/wish_text.h"

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace sesame::trigger {

/// Knows the words of the training sentences, so that "opne" is read as "open". Immutable; any thread.
class WishSpelling {
  public:
    WishSpelling() = default;
    /// One word a line; those that others may be a slip of, the most common first, stand before an empty
    /// line.
    explicit WishSpelling(std::string_view words);

    /// Unknown words become the common word that they are one slip away from.
    void correct(std::span<WishUnit> units) const;

  private:
    std::string corrected(const std::string& word) const;

    std::vector<std::string> common_;
    std::unordered_set<std::string> known_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> without_;  // a letter less → common words
};

}  // namespace sesame::trigger
