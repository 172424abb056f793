// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/desktop/installed_programs.h"

namespace sesame::desktop {

std::vector<std::string> InstalledProgram::argvFor(const std::string& path) const {
    if (!fileAt)
        return {};
    SESAME_ASSERT(*fileAt > 0 && *fileAt <= argv.size());
    std::vector<std::string> out = argv;
    out.insert(out.begin() + static_cast<std::ptrdiff_t>(*fileAt), path);
    return out;
}

}  // namespace sesame::desktop
