// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sesame::trigger {

/// Controls, bidi controls, default-ignorable, private use, unassigned: what a reader cannot see or know.
bool isHiddenCharacter(char32_t point);

}  // namespace sesame::trigger
