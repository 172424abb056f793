// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/descriptor.h"
#include "sesame/hub/parcel_ledger.h"

#include <filesystem>

namespace sesame::hub {

/// The bytes of parcels on disk: a folder for each, and in it a file for each kSegmentBytes of its length, so
/// that what was taken goes without what was not. One thread.
class ParcelFiles {
  public:
    static constexpr std::uint64_t kSegmentBytes = 4UL * 1024 * 1024;
    /// Of the disk; mail needs it more.
    static constexpr std::uint64_t kKeptFree = 256UL * 1024 * 1024;

    /// Made if it is not there.
    static Result<ParcelFiles> open(const std::filesystem::path& folder);

    /// In memory of the system only until sync(). Full, and nothing counts, when the disk has no room.
    Status write(const ParcelKey& key, std::uint64_t offset, ByteView bytes);
    /// What was written between these two survives a power cut from here on.
    Status sync(const ParcelKey& key, std::uint64_t from, std::uint64_t until);
    /// At most `most` bytes from `offset` on, fewer where a file ends.
    Result<Bytes> read(const ParcelKey& key, std::uint64_t offset, std::size_t most);
    /// Files that lie wholly below it.
    void removeBelow(const ParcelKey& key, std::uint64_t offset);
    void remove(const ParcelKey& key);
    /// Whether every byte between these two is there.
    bool has(const ParcelKey& key, std::uint64_t from, std::uint64_t until) const;
    /// Folders that none of these parcels has.
    void removeAllBut(const std::vector<ParcelRow>& rows);

  private:
    struct Segment {
        ParcelKey key;
        std::uint64_t number = 0;
        Descriptor file;
        bool is(const ParcelKey& one, std::uint64_t at) const { return file && key == one && number == at; }
    };

    explicit ParcelFiles(std::filesystem::path folder) : folder_(std::move(folder)) {}
    std::filesystem::path folderOf(const ParcelKey& key) const;
    std::filesystem::path segment(const ParcelKey& key, std::uint64_t number) const;
    Status checkRoom(std::size_t bytes) const;
    Status openForWriting(const ParcelKey& key, std::uint64_t number);
    Status openForReading(const ParcelKey& key, std::uint64_t number);
    void closeBelow(const ParcelKey& key, std::uint64_t number);

    std::filesystem::path folder_;
    // Those of the last piece: the next one mostly goes on there.
    Segment writing_;
    Segment reading_;
};

}  // namespace sesame::hub
