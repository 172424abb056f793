// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trigger/tokens.h"

#include <span>

namespace sesame::trigger {

/// What the words around a phrase make of it.
struct Wording {
    bool against = false;       ///< refuses, asks, reports, puts off or orders the opposite
    bool willing = false;       ///< agrees, or asks politely
    std::size_t strangers = 0;  ///< tokens that are in no list
};

/// Reads words that stand before, after or inside a phrase.
Wording read(std::span<const Token> tokens);

/// Emoji and signs that say no or ask.
bool isRefusingMark(char32_t point);

}  // namespace sesame::trigger
