// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/bytes.h"

#include <memory>
#include <optional>

namespace sesame::test {

/// A connected TCP socket, for the caller to close. Throws std::runtime_error.
int connectTo(const std::string& host, std::uint16_t port);

/// The client end of a WebSocket over TLS on one socket: small, synchronous or polled, with none of the
/// product's code in it. It accepts any certificate and tells its fingerprint. Throws std::runtime_error when
/// the connection cannot be made. One thread.
class WebSocketClient {
  public:
    WebSocketClient(const std::string& host, std::uint16_t port, const std::string& path = "/v1");
    ~WebSocketClient();
    WebSocketClient(WebSocketClient&&) noexcept;
    WebSocketClient& operator=(WebSocketClient&&) noexcept;

    int file() const;
    const Bytes& certificate() const;

    /// Sends a whole message; false if the connection is gone. Waits while the peer does not read.
    bool send(ByteView message);
    /// As send(), for bytes that need not be a WebSocket message.
    bool sendRaw(ByteView bytes);
    /// The next whole message if it is there already.
    std::optional<Bytes> poll();
    /// The next whole message; none when the time is over or the connection has ended.
    std::optional<Bytes> receive(int timeoutMs);
    /// Ended by the peer, or broken.
    bool isOver() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace sesame::test
