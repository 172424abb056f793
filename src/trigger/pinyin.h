// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trigger/tokens.h"

namespace sesame::trigger {

/// `typed` spells a phrase of Han letters in pinyin, with or without tone numbers.
bool isPinyinOf(const Tokens& phrase, const Tokens& typed);

}  // namespace sesame::trigger
