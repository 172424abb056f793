// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sesame::store {

/// Chinese, Japanese and Korean characters set apart by spaces, so that the index takes each one for a word:
/// they are written without spaces, and a search for one or two of them must find them inside a sentence.
std::string splitForIndex(std::string_view text);

/// What somebody typed into a search field.
struct SearchTerms {
    std::string expression;             ///< for the index; empty if nothing typed is in the index
    std::vector<std::string> literals;  ///< pieces without a letter or digit (emoji, punctuation)
};
SearchTerms parseSearch(std::string_view words);

}  // namespace sesame::store
