// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/ids.h"

#include <hub.pb.h>

/// What a client's frame must be before anything else looks at it. Pure; any thread.
namespace sesame::hub {

namespace pb = ::sesame::wire::pb;

inline constexpr int kMaxWatched = 1'000;

/// [a-z0-9._-]{3,32}
bool isHandle(std::string_view text);

/// Parses, and checks every length, count and name in it. Refused: another protocol version.
Result<pb::ClientFrame> readClientFrame(ByteView bytes);

}  // namespace sesame::hub
