// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/desktop/xdg_programs.h"

namespace sesame::desktop {

/// What the mimeapps.list files say (freedesktop.org MIME Applications Associations), nearest file first.
struct MimeDefaults {
    std::vector<std::string> defaults;  ///< desktop file ids
    std::vector<std::string> added;
    std::vector<std::string> removed;
};
MimeDefaults mimeDefaults(const XdgPlaces& places, const std::string& mimeType);

}  // namespace sesame::desktop
