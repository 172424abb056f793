// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trigger/tokens.h"

#include <optional>

namespace sesame::trigger {

/// A normalised text, taken apart for comparison.
struct Reading {
    Tokens tokens;                     ///< words without marks and without words that add nothing
    std::u32string letters;            ///< of all tokens, without apostrophes
    std::vector<std::size_t> tokenOf;  ///< for each letter
    std::vector<char32_t> gapBefore;   ///< for each token: the mark or space before it, or 0
    std::vector<bool> wordStart;       ///< for each letter, and for the end
    bool polite = false;               ///< a "please" was among the words left out

    /// Letters [first, last) of a token.
    std::size_t firstLetter(std::size_t token) const;
    std::size_t letterEnd(std::size_t token) const { return firstLetter(token + 1); }
};

/// `light`: also leaves out articles, 的, 请, 一下 and the like.
Reading takeApart(const Tokens& tokens, bool light);

}  // namespace sesame::trigger
