// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>
#include <optional>
#include <span>
#include <string>

namespace sesame::cli {

struct JudgeOptions {
    std::string rulesFile;  ///< empty: no table
    bool explain = false;
};
/// Reads `[--rules FILE] [--explain]`; nullopt for anything else.
std::optional<JudgeOptions> judgeOptions(std::span<const std::string> arguments);

/// `sesame-cli judge`: how each typed text relates to a phrase, or to the phrases of a table, and what it
/// wishes in its own words. Returns the exit status; says on `errors` why the table could not be read.
int judgeCommand(std::istream& in, std::ostream& out, std::ostream& errors, const JudgeOptions& options);

}  // namespace sesame::cli
