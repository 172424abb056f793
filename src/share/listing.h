// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "share/folder_scan.h"

#include <optional>
#include <span>

namespace sesame::share {

/// A folder as it was at one moment: sorted, and given out in pages, so that 100,000 entries are as quick to
/// leaf through as ten (M37). Filled a piece at a time. Memory is bounded by kMaxEntries and kMaxNameBytes:
/// beyond them the listing is cut short, and a search still finds what is in the rest. One thread.
class Listing {
  public:
    static constexpr std::size_t kMaxEntries = 200'000;
    static constexpr std::size_t kMaxNameBytes = 16UL * 1024 * 1024;
    static constexpr std::size_t kMaxVisited = 2'000'000;

    static Result<Listing> begin(const SharedFolder& shared, const ListRequest& request);

    /// Reads on; true: there is more to read. At the end everything is sorted.
    bool fill(std::size_t entries);

    // Once filled.
    std::size_t size() const { return rows_.size(); }
    std::uint64_t leftOut() const { return leftOut_; }
    bool isCutShort() const { return cutShort_; }
    std::vector<Entry> page(std::size_t first, std::size_t count) const;

  private:
    struct Row {
        std::uint64_t size = 0;
        std::int64_t modifiedMs = 0;
        std::uint32_t name = 0;  ///< where it begins in names_
        std::uint32_t key = 0;   ///< where its folded form begins in keys_
        std::uint16_t nameBytes = 0;
        std::uint16_t keyBytes = 0;
        bool isFolder = false;
    };

    Listing(FolderScan scan, const ListRequest& request);
    bool isWanted(const std::string& path) const;
    void add(const Entry& entry);
    void sort();
    bool before(const Row& a, const Row& b) const;
    std::string_view nameOf(const Row& row) const;
    std::string_view keyOf(const Row& row) const;

    std::optional<FolderScan> scan_;
    std::string search_;
    Order order_;
    bool descending_;
    std::vector<Row> rows_;
    std::string names_;
    std::string keys_;  ///< only while it fills
    std::size_t visited_ = 0;
    std::uint64_t leftOut_ = 0;
    bool cutShort_ = false;
};

}  // namespace sesame::share
