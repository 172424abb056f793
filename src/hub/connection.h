// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/admission.h"
#include "hub/session.h"

#include "sesame/net/tls_stream.h"

namespace sesame::hub {

namespace asio = boost::asio;
using net::ErrorValue;
using net::Executor;
using net::SslContext;
using net::TcpSocket;
using net::TlsStream;

/// A connection as the server sees it.
class Connection : public Transport {
  public:
    /// Begins to serve; stays alive by itself until the connection is closed.
    virtual void start() = 0;
    /// Says SHUTTING_DOWN and closes.
    virtual void shutDown() = 0;
};

/// TLS, then a WebSocket at /v1, then a session of `hub` on it. `gone` is called once, when it is closed. The
/// context, `hub` and what `gone` refers to outlive it.
std::shared_ptr<Connection> makeConnection(TcpSocket socket, SSL_CTX* tls, Hub& hub,
                                           std::unique_ptr<Admission::Ticket> ticket,
                                           std::function<void(Connection*)> gone);

}  // namespace sesame::hub
