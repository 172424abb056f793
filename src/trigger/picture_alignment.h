// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trigger/grey_field.h"

namespace sesame::trigger {

/// How alike two pictures are once one is laid upon the other, cropped, turned a little or seen aslant:
/// 1 is the same, 0 has nothing in common. `weakest` is the likeness of the part that is least alike.
struct Likeness {
    float whole = 0;
    float weakest = 0;
};
Likeness likenessOf(const GreyField& rule, const GreyField& sent);

}  // namespace sesame::trigger
