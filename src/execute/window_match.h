// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/desktop/installed_programs.h"
#include "sesame/desktop/windows.h"

namespace sesame::execute {

/// Whether a window is one of this program's: by the class its desktop entry names; where it names none, by
/// the entry's or the program's file name, or by the file that the window's process runs.
bool belongsTo(const desktop::Windows::Window& window, const desktop::InstalledProgram& program);

/// Whether a window's process is the given one or was started by it.
bool inSessionOf(const desktop::Windows::Window& window, int pid);

}  // namespace sesame::execute
