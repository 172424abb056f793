// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/descriptor.h"
#include "sesame/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sesame::share {

/// What may never be shared on this machine, beside what every machine has.
struct Boundaries {
    std::string home;                   ///< of this user; only folders in it can be shared, not all of it
    std::vector<std::string> secret{};  ///< absolute directories, above all our own data
};

/// A file that was opened for reading, and what it was then.
struct OpenedFile {
    Descriptor descriptor;
    std::uint64_t size = 0;
    std::int64_t modifiedMs = 0;
    std::uint64_t version = 0;  ///< another number once content or object are different

    /// Changed when the file is no longer what it was when it was opened.
    Status checkUnchanged() const;
};

/// What one person lets another see: a folder with all that is below it, or one file; always to be read only.
/// It holds on to the very object that was consented to. Whatever is below is found anew for each request,
/// without ever following a link or leaving the folder (S33, M35), and secret places are not there at all
/// (M38). Paths below are relative, "" is the folder itself. Move-only; const functions from any thread.
class SharedFolder {
  public:
    /// `path` is absolute; links in it are resolved once, here. Refused for what is too much or secret,
    /// Unavailable where the system cannot confine a search.
    static Result<SharedFolder> open(const std::string& path, const Boundaries& boundaries);

    /// As it is to be shown in the question: absolute, without links.
    const std::string& path() const { return path_; }
    /// Names the object itself: device and inode.
    const std::string& fingerprint() const { return fingerprint_; }
    bool isFile() const { return !onlyFile_.empty(); }
    /// Its own last name: of the folder, or of the one file.
    std::string name() const;

    /// A regular file with no second name outside, opened for reading. NotFound, Refused by policy, Changed
    /// when somebody moves it meanwhile.
    Result<OpenedFile> openFile(const std::string& below) const;
    /// A folder, opened for reading its entries. NotFound where only a file is shared.
    Result<Descriptor> openFolder(const std::string& below) const;

  private:
    SharedFolder() = default;
    Status checkBelow(const std::string& below) const;
    Result<Descriptor> resolve(const std::string& below, int flags) const;
    Status awaitRemovals(const std::string& below) const;

    std::string path_;
    std::string fingerprint_;
    std::string onlyFile_;  ///< set when a single file is shared; root_ is then the folder that it is in
    std::uint64_t onlyInode_ = 0;
    Descriptor root_;
};

/// Whether one name below a shared folder is left out whatever it is: hidden or a place of secrets.
bool isWithheldName(std::string_view name);

}  // namespace sesame::share
