// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "execute/found_file.h"

#include "sesame/base/clock.h"

#include <functional>
#include <stop_token>

namespace sesame::execute {

/// How far a search goes before it gives up and says so.
struct SearchLimits {
    std::int64_t timeMs = 5000;
    std::size_t entries = 200'000;
    std::size_t results = 50;
    int depth = 12;
};

struct SearchResult {
    std::vector<FoundFile> files;  ///< exact names when there are any, else names that contain it
    bool cutShort = false;
};

/// Whether something may be found, and what it is then.
using Inspect = std::function<Result<FoundFile>(const std::string& path)>;

/// Looks for a file by the name a person would say: case, width and composition aside, with or without the
/// extension. Near folders come first; only files that may be opened are found.
SearchResult searchFiles(const std::string& name, const Places& places, const SearchLimits& limits,
                         const Clock& clock, const std::stop_token& stop);

/// Folders too, and whatever `inspect` lets through. What lies in a folder that was found is not looked at.
SearchResult searchFilesAndFolders(const std::string& name, const Places& places, const SearchLimits& limits,
                                   const Clock& clock, const std::stop_token& stop, Inspect inspect);

}  // namespace sesame::execute
