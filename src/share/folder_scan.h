// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/share/entry.h"
#include "sesame/share/shared_folder.h"

#include <dirent.h>

#include <functional>
#include <memory>

namespace sesame::share {

/// Reads a folder, or a whole tree, a piece at a time. Links, devices, other file systems, files with a
/// second name, and whatever is withheld are not there. One thread; the shared folder outlives it.
class FolderScan {
  public:
    enum class Depth : std::uint8_t { One, Tree };
    static constexpr std::size_t kMaxWaitingBytes = 16UL * 1024 * 1024;
    static constexpr std::size_t kMaxDepth = 64;

    static Result<FolderScan> begin(const SharedFolder& shared, const std::string& folder, Depth depth);

    /// Reads at most so many entries of the disk, those that are left out among them. False: that was all.
    bool read(std::size_t entries, const std::function<void(Entry)>& take);
    /// Entries that are no secret and yet are not shared: links, devices and the like.
    std::uint64_t leftOut() const { return leftOut_; }
    /// Folders that could not be read to their end, or were too many or too deep.
    std::uint64_t unread() const { return unread_; }

  private:
    struct Close {
        void operator()(DIR* directory) const { ::closedir(directory); }
    };
    FolderScan(const SharedFolder& shared, std::string base, Depth depth)
        : shared_(&shared), base_(std::move(base)), depth_(depth) {}
    Status enter(const std::string& below);
    bool nextFolder();
    void visit(const dirent& entry, const std::function<void(Entry)>& take);
    void remember(std::string below);

    const SharedFolder* shared_;
    std::string base_;   ///< where the scan began
    std::string below_;  ///< the folder that is being read, below base_
    Depth depth_;
    std::unique_ptr<DIR, Close> directory_;
    std::vector<std::string> waiting_;  ///< folders still to be read, below base_
    std::size_t waitingBytes_ = 0;
    std::uint64_t leftOut_ = 0;
    std::uint64_t unread_ = 0;
    bool onlyFile_ = false;
};

/// Two relative paths as one.
std::string joined(const std::string& folder, const std::string& below);

}  // namespace sesame::share
