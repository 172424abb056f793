// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/result.h"

#include <filesystem>

namespace sesame::hub {

/// A hub's directory, for one hub at a time; made if missing, readable only to its owner. The lock ends with
/// the object or the process.
class DataDirectory {
  public:
    /// Errors are in words for a person.
    static Result<DataDirectory> open(const std::filesystem::path& path);
    ~DataDirectory();
    DataDirectory(DataDirectory&& other) noexcept;
    DataDirectory& operator=(DataDirectory&&) = delete;

    const std::filesystem::path& path() const { return path_; }
    std::filesystem::path mailFile() const { return path_ / "hub.db"; }
    std::filesystem::path parcelFolder() const { return path_ / "parcels"; }

  private:
    DataDirectory(std::filesystem::path path, int lock) : path_(std::move(path)), lock_(lock) {}
    std::filesystem::path path_;
    int lock_;
};

}  // namespace sesame::hub
