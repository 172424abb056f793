// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/ids.h"

#include <string>
#include <vector>

namespace sesame::crypto {

/// What two people compare to be sure that nobody sits between them. The same on both sides, whatever the
/// order.
struct SafetyNumber {
    std::string digits;              ///< 60 digits in twelve groups of five, separated by spaces
    std::vector<std::string> words;  ///< 12 English words out of 2,048 (132 bits), to read out
};

SafetyNumber safetyNumber(const PublicIdentity& a, const PublicIdentity& b);

}  // namespace sesame::crypto
