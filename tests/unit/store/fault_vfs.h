// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <random>
#include <string>
#include <vector>

struct sqlite3_vfs;

namespace sesame::test {

/// Stands between the store and the disk while it lives: SQLite's default file system, whose calls can be
/// made to fail, and which remembers what a power failure would leave. One at a time.
class FaultVfs {
  public:
    FaultVfs();
    ~FaultVfs();
    FaultVfs(const FaultVfs&) = delete;
    FaultVfs& operator=(const FaultVfs&) = delete;

    /// Which calls fail, counted from now.
    struct Plan {
        int call = 0;           ///< the first one that fails, from 1; 0: none
        bool onwards = false;   ///< so do all after it
        bool diskFull = false;  ///< only writes count, and they leave half of what they wrote
    };
    void fail(const Plan& plan);
    /// Whether the plan's call came.
    bool failed() const { return plan_.call > 0 && calls_ >= plan_.call; }

    /// Called before each write, sync and truncate that goes through.
    void onChange(std::function<void()> watch) { watch_ = std::move(watch); }
    /// Writes what a power failure might leave now of one directory into another: of each file what was
    /// synchronised, and any part of what was not.
    void leaveBehind(const std::string& from, const std::string& to, std::mt19937& random) const;

    // For the callbacks.
    enum class Call { Open, Read, Write, Sync, Truncate, Delete };
    int next(Call call, int errorCode);
    void wrote(const std::string& path, const void* data, std::size_t size, std::size_t offset);
    void truncated(const std::string& path, std::size_t size);
    void synced(const std::string& path);
    void removed(const std::string& path) { files_.erase(path); }
    void opened(const std::string& path);
    sqlite3_vfs& below() const { return below_; }
    bool diskFull() const { return plan_.diskFull; }

  private:
    struct Change {
        std::size_t offset;
        std::string data;
        bool truncates;
    };
    struct File {
        std::string durable;
        std::vector<Change> pending;
    };
    static void apply(std::string& content, const Change& change, std::size_t length);

    sqlite3_vfs& below_;
    sqlite3_vfs* vfs_;
    Plan plan_;
    int calls_ = 0;
    std::function<void()> watch_;
    std::map<std::string, File> files_;
};

}  // namespace sesame::test
