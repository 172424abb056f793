// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace sesame::share {

/// One file or folder below a shared one.
struct Entry {
    std::string name;  ///< raw bytes, as they are on disk; show places::shownText() of it only
    bool isFolder = false;
    std::uint64_t size = 0;
    std::int64_t modifiedMs = 0;  ///< since 1970
    std::uint64_t version = 0;    ///< as of an OpenedFile; 0 in a listing
    bool operator==(const Entry&) const = default;
};

/// Folders come before files, whatever the order.
enum class Order : std::uint8_t { Name = 0, Size = 1, Time = 2 };

/// What is wanted of a folder.
struct ListRequest {
    std::string folder;  ///< below the shared one, "" for itself
    Order order = Order::Name;
    bool descending = false;
    std::string search;  ///< only names that contain this, as people compare names
    bool tree = false;   ///< with all that is below; names are then paths
};

}  // namespace sesame::share
