// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trigger/tokens.h"

#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace sesame::trigger {

/// What words say about a message, from the lists in resources/lexicon. Immutable; any thread.
class WordList {
  public:
    /// `text`: words parted by commas or line ends; a line that begins with # is a remark.
    explicit WordList(const char* text);

    bool contains(std::u32string_view word) const { return words_.contains(std::u32string(word)); }
    /// How many of the first tokens make up the longest word of the list; 0: none.
    std::size_t longestAt(std::span<const Token> tokens) const;

  private:
    std::unordered_set<std::u32string> words_;
    std::size_t longest_ = 0;  // tokens of the longest word
};

/// Words that come in pairs or groups, one group a line, members parted by `/`.
class WordGroups {
  public:
    explicit WordGroups(const char* text);
    bool inOneGroup(std::u32string_view a, std::u32string_view b) const;
    const std::vector<std::vector<std::u32string>>& groups() const { return groups_; }

  private:
    std::vector<std::vector<std::u32string>> groups_;
    std::unordered_map<std::u32string, std::vector<std::size_t>> of_;
};

struct Lexicon {
    WordList willing, filler, refusing, asking, telling, waiting;  ///< how a message treats a phrase
    WordGroups opposites;
    WordList english;                               ///< common words
    WordList everyday, talk, deeds, things, money;  ///< what a phrase is made of
    WordList familiar, openings;                    ///< of daily life; how news begins
    WordList stops, interpreters;
    WordList halting, haltingBeside;  ///< what ends the help that runs, and what may stand beside it
    WordList agreeing, declining;     ///< what answers a question
};
const Lexicon& lexicon();

/// Tokens written together as the lists write them.
std::u32string joined(std::span<const Token> tokens);

}  // namespace sesame::trigger
