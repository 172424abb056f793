// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>

namespace sesame::cli {

/// `sesame-cli rule-check`: whether each phrase, or whole rule, may be a rule, and if not why.
int ruleCheckCommand(std::istream& in, std::ostream& out);

}  // namespace sesame::cli
