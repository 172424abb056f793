// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/desktop/desktop_entry.h"
#include "sesame/desktop/xdg_programs.h"

namespace sesame::desktop {

struct EntryFile {
    std::string id;
    std::string path;
    bool userInstalled = false;
};

/// Every desktop entry that counts, one per id: those nearer to the user win, also when they are broken.
/// Sorted by id.
std::vector<EntryFile> entryFiles(const XdgPlaces& places);

/// The bytes of a small regular file. Never waits on a pipe or device.
Result<std::string> readSmallFile(const std::string& path, std::size_t limit);

}  // namespace sesame::desktop
