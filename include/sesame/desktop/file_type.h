// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/bytes.h"

namespace sesame::desktop {

/// What kind of file this is, by the shared MIME database.
struct FileType {
    std::string name;                    ///< "text/plain"
    std::vector<std::string> ancestors;  ///< itself, its aliases, then more and more general types
    bool runsCode = false;               ///< a program, script, installer or launcher
};

/// Judges by name and by the first bytes of the content. Any thread.
FileType fileType(const std::string& fileName, ByteView head);

}  // namespace sesame::desktop
