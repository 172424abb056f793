// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/descriptor.h"
#include "sesame/base/result.h"

namespace sesame::stream {

/// Two connected, non-blocking AF_UNIX stream sockets with small buffers, so that what was written to one has
/// nearly been read from the other.
struct SocketPair {
    Descriptor inner;  ///< the stream's
    Descriptor user;
};
Result<SocketPair> makeSocketPair();

}  // namespace sesame::stream
