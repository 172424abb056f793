// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/desktop/installed_programs.h"
#include "sesame/desktop/launcher.h"

namespace sesame::execute {

/// Opens what the user asks to see on their own machine, as the command that opens a file does: the same
/// policy, so no program, script or launcher and nothing hidden or secret (S31), and the same choice of
/// application. `path` lies in `place`. NotFound when the file or an application for it is not there.
Status openOwnFile(const std::string& path, const std::string& place,
                   const desktop::InstalledPrograms& programs, desktop::Launcher& launcher);

/// Shows a folder in the application that the desktop has for folders. Refused for what is no folder.
Status showOwnFolder(const std::string& path, const desktop::InstalledPrograms& programs,
                     desktop::Launcher& launcher);

}  // namespace sesame::execute
