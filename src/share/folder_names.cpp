// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "share/folder_names.h"

#include <dirent.h>
#include <fcntl.h>

#include <memory>

namespace sesame::share {

void forEachName(const Descriptor& folder, const std::function<void(const std::string&)>& visit) {
    const int fd = ::openat(folder.get(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const std::unique_ptr<DIR, int (*)(DIR*)> directory(fd < 0 ? nullptr : ::fdopendir(fd), &::closedir);
    while (const dirent* entry = directory ? ::readdir(directory.get()) : nullptr) {
        const std::string name = static_cast<const char*>(entry->d_name);
        if (name != "." && name != "..")
            visit(name);
    }
}

}  // namespace sesame::share
