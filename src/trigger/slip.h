// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trigger/alignment.h"
#include "trigger/reading.h"

namespace sesame::trigger {

/// What the differences between a phrase and the place where it was found amount to.
struct Slip {
    bool small = false;          ///< few enough, and none changes the meaning
    bool exact = false;          ///< none at all
    std::size_t firstToken = 0;  ///< the place, as typed tokens
    std::size_t lastToken = 0;   ///< one past
};

Slip judgeSlip(const Reading& phrase, const Reading& typed, const Alignment& place);

}  // namespace sesame::trigger
