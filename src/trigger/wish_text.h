// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trigger/tokens.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace sesame::trigger {

/// More than this is pasted, not typed to ask for something.
inline constexpr std::size_t kLongestWish = 400;  // letters

/// A message as the recogniser of wishes reads it: plain tokens that know where they were written.
struct WishText {
    struct Place {
        std::uint32_t begin = 0, end = 0;  ///< bytes of the message
    };
    Tokens tokens;
    std::vector<Place> places;  ///< one for each token
};

/// nullopt for what is not UTF-8, empty, or too long.
std::optional<WishText> readWish(std::string_view message);

/// One thing that features are made of: a Han letter, a word, a number, or a mark that parts clauses.
struct WishUnit {
    enum class Kind : std::uint8_t { Han, Word, Number, Mark };
    Kind kind;
    std::string text;       ///< UTF-8; words without apostrophes; a mark is one of "," "." "?"
    std::size_t token = 0;  ///< into WishText::tokens
    std::size_t lastToken = 0;
    unsigned clause = 0;
};

/// The units of a text; marks that part nothing are left out.
std::vector<WishUnit> unitsOf(const WishText& text);

}  // namespace sesame::trigger
