// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/bytes.h"

#include <google/protobuf/message_lite.h>

/// Serialised protobuf messages with a size limit. Pure; any thread.
namespace sesame::wire {

/// Parses `bytes` into `out`. Malformed if it is larger than `limit` or does not parse; `out` is then
/// unspecified.
Status parse(ByteView bytes, google::protobuf::MessageLite& out, std::size_t limit);

/// Deterministic serialisation (map order fixed), so that equal messages have equal bytes.
Bytes serialise(const google::protobuf::MessageLite& message);

}  // namespace sesame::wire
