// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trigger/tokens.h"

namespace sesame::trigger {

/// The same words with every number in digits: 第十二张 becomes 第12张, "photo three" becomes "photo 3".
Tokens withDigits(const Tokens& tokens);

}  // namespace sesame::trigger
