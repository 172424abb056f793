// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "share/arrivals.h"

#include <optional>

namespace sesame::share {

/// A folder, readable only to its owner, in which files grow until they are whole. It is found by its name
/// each time: another transfer may have removed it a moment ago. Any thread, for different files.
class PartialFolder {
  public:
    /// Where files from others grow in a folder of this person.
    static constexpr const char* kHidden = ".sesame-partial";

    /// In `parent`; made if it is not there.
    static Result<PartialFolder> open(const Descriptor& parent, std::string name);

    /// What a partial is called: the same for the same offer under the same label, and nothing else.
    static std::string nameOf(std::string_view label, const OfferedFile& file);

    /// Bytes that are there; nullopt if there is no such partial.
    std::optional<std::uint64_t> size(const std::string& name) const;
    /// For reading and writing; made if there is none yet.
    Result<Descriptor> openFile(const std::string& name) const;
    void remove(const std::string& name) const;
    /// The folder itself, if nothing is in it.
    void removeIfEmpty() const;
    /// After this a power cut does not harm them. moveTo() tells of one that is gone.
    Status sync(std::span<const std::string> names) const;
    /// Exists when there is such a name already.
    Status moveTo(const std::string& name, const Descriptor& folder, const std::string& newName) const;
    /// Under this name or, if there is one, with the next number that is free (`numbered`): the value is
    /// which.
    Result<std::string> moveToFree(const std::string& name, const Descriptor& folder,
                                   const std::string& wanted) const;
    std::vector<std::string> names() const;
    /// Those that nobody has touched for `ageMs`.
    void removeOlderThan(std::int64_t ageMs, std::int64_t nowMs) const;

  private:
    PartialFolder(Descriptor parent, std::string name) : parent_(std::move(parent)), name_(std::move(name)) {}
    Status make() const;
    Result<Descriptor> folder() const;

    Descriptor parent_;
    std::string name_;
};

/// Whether so much can be written and some of the disk stays free for its owner. True where nobody can tell.
bool hasRoom(const Descriptor& folder, std::uint64_t bytes);

/// Full or Io, from errno.
Error diskError();

}  // namespace sesame::share
