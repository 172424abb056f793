// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/desktop/desktop_entry.h"

#include <string>
#include <string_view>
#include <vector>

namespace sesame::desktop {

/// True for programs whose arguments are a program themselves: shells, interpreters, terminals, and wrappers
/// such as sudo or env. Goes by the name alone, version numbers aside.
bool runsOtherPrograms(std::string_view fileName);

/// Takes a leading `env NAME=value …` away (the program runs without the variables, never with more), and
/// refuses every command line that is, or hides, a program of the kind above. Symbolic links of argv[0] are
/// followed. The value is the program file.
Result<std::string> checkProgram(ExecLine& line, const std::vector<std::string>& searchPath);

/// The file that `program` names: itself when absolute, else from the first directory that has it. NotFound
/// otherwise; relative paths are never resolved.
Result<std::string> findExecutable(const std::string& program, const std::vector<std::string>& searchPath);

/// The absolute directories of $PATH.
std::vector<std::string> executableSearchPath();

}  // namespace sesame::desktop
