// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trigger/wish_words.h"

#include "sesame/trigger/intent.h"

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sesame::trigger {

/// A message as clauses of words with their kinds, for the guards. Refers to the units.
class WishClauses {
  public:
    explicit WishClauses(std::span<const WishUnit> units);

    unsigned count() const { return count_; }
    std::span<const WishUnit> units() const { return units_; }
    std::span<const WishPiece> pieces() const { return pieces_; }
    /// The pieces of one clause.
    std::span<const WishPiece> pieces(unsigned clause) const;
    std::string_view kind(const WishPiece& piece) const { return wishWords().name(piece.kind); }
    std::string text(const WishPiece& piece) const;
    bool hasAny(std::initializer_list<std::string_view> words) const;

  private:
    std::span<const WishUnit> units_;
    std::vector<WishPiece> pieces_;
    unsigned count_;
};

/// Whether words of a kind speak of what the intent is about.
bool isAbout(std::string_view kind, Intent intent);

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> words);

}  // namespace sesame::trigger
