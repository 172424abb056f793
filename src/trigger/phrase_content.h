// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trigger/tokens.h"

#include <string_view>

namespace sesame::trigger {

/// What a phrase says, as far as that keeps it from being a key. `text` is normalised, `tokens` is its parts.
bool isEveryday(const Tokens& tokens);
bool isRepetition(const Tokens& tokens);
bool isRefusalOrStop(const Tokens& tokens);
bool speaksOfMoneyOrSecrets(const Tokens& tokens);
bool isLinkOrAddress(std::string_view phrase);
/// The surest of those signs: for texts that are longer than a key.
bool hasLink(std::string_view text);

}  // namespace sesame::trigger
