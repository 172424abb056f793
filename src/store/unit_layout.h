// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace sesame::store {

inline constexpr std::size_t kPageSize = 4096;
/// Bytes of the plain header in front of the first unit of the main file; see StoreKey.
inline constexpr std::int64_t kHeaderSize = 72;

/// What a unit holds. Authenticated with it, so that a unit of one role never passes for another.
enum class UnitRole : std::uint8_t { Page = 1, LogHeader = 2, FrameHeader = 3, FramePage = 4 };

/// One sealed piece of a file: the smallest thing that SQLite writes at once.
struct Unit {
    UnitRole role = UnitRole::Page;
    std::uint64_t index = 0;    ///< counts within the role
    std::int64_t logical = 0;   ///< where SQLite believes it to be
    std::int64_t physical = 0;  ///< where it is
    std::size_t size = 0;       ///< as SQLite sees it; sealed it is crypto::kSealOverhead longer
};

enum class FileKind : std::uint8_t {
    Main,  ///< header, then pages
    Log,   ///< the write-ahead log: log header, then frame header and frame page in turn
};

/// Where the bytes that SQLite asks for are in the sealed file. Pure.
class UnitLayout {
  public:
    explicit UnitLayout(FileKind kind) : kind_(kind) {}
    FileKind kind() const { return kind_; }
    /// The unit in which this logical offset lies.
    Unit unitAt(std::int64_t logical) const;
    /// What SQLite sees of a file of this size. A last unit cut short does not count.
    std::int64_t logicalSize(std::int64_t physicalSize) const;

  private:
    FileKind kind_;
};

}  // namespace sesame::store
