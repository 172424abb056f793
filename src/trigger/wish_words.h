// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trigger/wish_text.h"

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace sesame::trigger {

/// Kinds of words, from resources/lexicon/wish_words.txt. Immutable; any thread.
class WishWords {
  public:
    explicit WishWords(const char* text);

    struct Found {
        unsigned kind = 0;      ///< 0: a word of no kind
        std::size_t units = 1;  ///< how many units it takes
    };
    /// The longest word that begins with the first of the units.
    Found at(std::span<const WishUnit> units) const;
    /// 0 if there is no such kind.
    unsigned kind(std::string_view name) const;
    const std::string& name(unsigned kind) const { return names_[kind]; }
    bool contains(const std::string& word) const { return words_.contains(word); }

  private:
    std::vector<std::string> names_ = {""};
    std::unordered_map<std::string, unsigned> words_;
    std::size_t longest_ = 1;
};
const WishWords& wishWords();

/// A word of a message with its kind.
struct WishPiece {
    unsigned kind = 0;
    std::size_t first = 0, last = 0;  ///< units, last included
    unsigned clause = 0;
};
/// The pieces of a text, longest words first; marks have none.
std::vector<WishPiece> piecesOf(std::span<const WishUnit> units);

}  // namespace sesame::trigger
