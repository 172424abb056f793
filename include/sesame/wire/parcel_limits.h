// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

/// The numbers both ends agree on for files that go through the hub. docs/protocol-parcels.md explains each.
namespace sesame::wire {

/// A piece of a parcel inside a frame.
inline constexpr std::size_t kMaxParcelPieceBytes = 62 * 1024;
/// Length of a parcel.
inline constexpr std::uint64_t kMaxParcelBytes = 2'000'000'000'000;

}  // namespace sesame::wire
