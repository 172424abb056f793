// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/result.h"

#include <string>
#include <vector>

namespace sesame::execute {

/// Where files may be opened. Paths are canonical: no symbolic link in them.
struct Places {
    std::vector<std::string> allowed;
    std::vector<std::string> secret;

    /// Resolves the links in the given directories; those that do not exist are left out.
    static Places from(const std::vector<std::string>& allowed, const std::vector<std::string>& secret);
};

/// A file that policy allows to open (S31, M38), as it is now.
struct FoundFile {
    std::string path;
    std::string fingerprint;  ///< device, inode, size, and both times: the object, not its name
};

/// Looks at the very object behind the path: walks down from its place without following a link, and opens
/// nothing but regular files. NotFound when there is none, Malformed or Refused by policy.
Result<FoundFile> inspectFile(const std::string& path, const Places& places);

}  // namespace sesame::execute
