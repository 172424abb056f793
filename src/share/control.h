// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/bytes.h"
#include "sesame/share/transfer.h"

#include <share.pb.h>

namespace sesame::share {

namespace pb = ::sesame::wire::pb;

inline constexpr std::uint32_t kShareVersion = 1;
inline constexpr std::size_t kMaxPathBytes = 4095;
inline constexpr std::size_t kMaxSearchBytes = 256;
inline constexpr int kMaxPageEntries = 1000;
/// Files that are offered and not settled yet, in one transfer.
inline constexpr std::size_t kMaxOutstanding = 4096;
inline constexpr std::size_t kPutIdBytes = 16;

enum class Side : std::uint8_t { Server, Client };

/// What the other side said, if that side may say it and every limit is kept; Malformed otherwise. Nothing in
/// it then needs another look but whether it fits the moment.
Result<pb::ShareFrame> readControl(ByteView bytes, Side from);

/// A way down from some folder: no empty part, no "." or "..", nothing over-long. Its characters are raw.
bool isPathBelow(std::string_view path);

pb::ShareReason reasonOf(Ending ending);
Ending endingOf(pb::ShareReason reason);
/// What a failure here is called at the other side.
Ending endingOf(const Error& error);

}  // namespace sesame::share
