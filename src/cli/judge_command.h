// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>
#include <string>

namespace sesame::cli {

/// `sesame-cli judge [--rules FILE]`: how each typed text relates to a phrase, or to the phrases of a table.
/// Returns the exit status; says on `errors` why the table could not be read.
int judgeCommand(std::istream& in, std::ostream& out, std::ostream& errors, const std::string& rulesFile);

}  // namespace sesame::cli
