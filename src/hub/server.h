// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/connection.h"
#include "hub/io_threads.h"

#include <boost/asio/steady_timer.hpp>

#include <unordered_map>

namespace sesame::hub {

/// Accepts connections for a hub and, if asked, answers for its metrics. One thread calls these; the handlers
/// run on the first of
/// `threads`, those of a connection on its own.
class Server {
  public:
    Server(IoThreads& threads, Hub& hub, SslContext tls);

    /// Unavailable, in words for a person, if the address cannot be had. Returns the port.
    Result<std::uint16_t> listen(const std::string& address, std::uint16_t port);
    /// Tells every client and closes; `done` runs when all are gone or `patience` is over.
    void shutDown(std::chrono::milliseconds patience, std::function<void()> done);

  private:
    using Acceptor = asio::basic_socket_acceptor<asio::ip::tcp, asio::io_context::executor_type>;

    void acceptNext();
    void accepted(TcpSocket socket);
    void gone(Connection* connection);
    /// From now on none is added.
    std::vector<std::shared_ptr<Connection>> open();
    void waitUntilEmpty(std::chrono::steady_clock::time_point latest, std::function<void()> done);

    IoThreads& threads_;
    Hub& hub_;
    SslContext tls_;
    Admission admission_;
    Acceptor acceptor_;
    asio::steady_timer timer_;
    std::mutex mutex_;
    bool closing_ = false;
    std::uint64_t accepted_ = 0;
    std::unordered_map<Connection*, std::weak_ptr<Connection>> connections_;
};

}  // namespace sesame::hub
