// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sesame::trigger {

/// A CJK letter, a word or number of another script, or one mark (punctuation, symbol, emoji).
struct Token {
    enum class Kind { Cjk, Word, Number, Mark };
    Kind kind;
    std::u32string text;
    bool spaceBefore = false;
};

using Tokens = std::vector<Token>;

/// Splits normalised text. Apostrophes inside words are kept, as '.
Tokens tokenise(std::u32string_view normalised);

/// The tokens but for marks.
Tokens withoutMarks(const Tokens& tokens);

}  // namespace sesame::trigger
