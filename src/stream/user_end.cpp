// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stream/user_end.h"

#include <sys/socket.h>

#include <cerrno>
#include <system_error>

namespace sesame::stream {
namespace {

constexpr int kBufferBytes = 128 * 1024;

}  // namespace

Result<SocketPair> makeSocketPair() {
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends) != 0)
        return Error{ErrorCode::Io, std::system_category().message(errno)};
    SocketPair pair{Descriptor(ends[0]), Descriptor(ends[1])};
    for (const int end : ends)
        ::setsockopt(end, SOL_SOCKET, SO_SNDBUF, &kBufferBytes, sizeof kBufferBytes);
    return pair;
}

}  // namespace sesame::stream
