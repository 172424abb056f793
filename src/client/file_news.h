// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace sesame::client {

/// The files that have moved since somebody looked last, collected from another thread. Thread-safe.
class FileNews {
  public:
    struct File {
        enum class Way : std::uint8_t { Leaves, Arrived } way = Way::Leaves;
        std::string path;  ///< raw bytes
        std::uint64_t size = 0;
        std::uint32_t transfer = 0;
    };

    /// True when nothing was waiting: somebody should be told.
    bool add(File file) {
        const std::lock_guard lock(mutex_);
        files_.push_back(std::move(file));
        return files_.size() == 1;
    }
    std::vector<File> take() {
        const std::lock_guard lock(mutex_);
        return std::exchange(files_, {});
    }

  private:
    std::mutex mutex_;
    std::vector<File> files_;
};

}  // namespace sesame::client
