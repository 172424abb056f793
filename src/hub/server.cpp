// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/server.h"

namespace sesame::hub {
namespace {

constexpr auto kPollTime = std::chrono::milliseconds(20);
constexpr auto kAbortTime = std::chrono::seconds(1);
constexpr auto kAcceptPause = std::chrono::milliseconds(100);

Error listenError(const std::string& address, std::uint16_t port, const ErrorValue& error) {
    std::string words =
        "Cannot listen on " + address + " port " + std::to_string(port) + ": " + error.message();
    if (error == asio::error::address_in_use)
        words += ". Another program uses it, perhaps another hub: stop that, or give --port another number";
    else if (error == asio::error::access_denied)
        words += ". Ports below 1024 need special rights: give --port a larger number";
    else if (error == boost::system::errc::address_not_available)
        words += ". Give --listen an address of this machine, or 0.0.0.0 for all of them";
    return Error{ErrorCode::Unavailable, words};
}

}  // namespace

Server::Server(IoThreads& threads, Hub& hub, SslContext tls)
    : threads_(threads),
      hub_(hub),
      tls_(std::move(tls)),
      admission_(hub.limits.unauthenticated, hub.limits.unauthenticatedPerAddress),
      acceptor_(threads.first().get_executor()),
      timer_(threads.first()) {
}

Result<std::uint16_t> Server::listen(const std::string& address, std::uint16_t port) {
    ErrorValue error;
    const auto parsed = asio::ip::make_address(address, error);
    if (error)
        return Error{ErrorCode::Malformed, "Not an address to listen on: " + address};
    const asio::ip::tcp::endpoint endpoint(parsed, port);
    acceptor_.open(endpoint.protocol(), error);
    if (!error)
        acceptor_.set_option(asio::socket_base::reuse_address(true), error);
    if (!error)
        acceptor_.bind(endpoint, error);
    if (!error)
        acceptor_.listen(1'024, error);
    if (error)
        return listenError(address, port, error);
    const auto actual = acceptor_.local_endpoint(error).port();
    acceptNext();
    return actual;
}

void Server::acceptNext() {
    auto& loop = threads_.forConnection(accepted_);
    acceptor_.async_accept(loop.get_executor(), [this](ErrorValue error, TcpSocket socket) {
        if (error == asio::error::operation_aborted)
            return;
        if (!error) {
            ++accepted_;
            accepted(std::move(socket));
            return acceptNext();
        }
        // Out of file descriptors, most likely: wait until some are free.
        hub_.log.warning("accept_failed", {{"reason", error.message()}});
        timer_.expires_after(kAcceptPause);
        timer_.async_wait([this](ErrorValue stopped) {
            if (!stopped)
                acceptNext();
        });
    });
}

void Server::accepted(TcpSocket socket) {
    ErrorValue error;
    const auto peer = socket.remote_endpoint(error);
    if (error)
        return;
    auto ticket = admission_.admit(peer.address().to_string());
    if (!ticket) {
        ++hub_.metrics.connectionsRefused;
        return;
    }
    const auto connection = makeConnection(std::move(socket), tls_.get(), hub_, std::move(ticket),
                                           [this](Connection* gone) { this->gone(gone); });
    {
        const std::lock_guard lock(mutex_);
        connections_[connection.get()] = connection;
        if (!closing_)
            return connection->start();
    }
    connection->shutDown();
}

void Server::gone(Connection* connection) {
    const std::lock_guard lock(mutex_);
    connections_.erase(connection);
}

std::vector<std::shared_ptr<Connection>> Server::open() {
    std::vector<std::shared_ptr<Connection>> out;
    const std::lock_guard lock(mutex_);
    closing_ = true;
    for (const auto& [raw, weak] : connections_) {
        if (auto connection = weak.lock())
            out.push_back(std::move(connection));
    }
    return out;
}

void Server::shutDown(std::chrono::milliseconds patience, std::function<void()> done) {
    ErrorValue ignored;
    acceptor_.close(ignored);
    for (const auto& connection : open())
        connection->shutDown();
    const auto abortRest = [this, done = std::move(done)] {
        for (const auto& connection : open())
            connection->abort();
        waitUntilEmpty(std::chrono::steady_clock::now() + kAbortTime, done);
    };
    waitUntilEmpty(std::chrono::steady_clock::now() + patience, abortRest);
}

void Server::waitUntilEmpty(std::chrono::steady_clock::time_point latest, std::function<void()> done) {
    bool empty = false;
    {
        const std::lock_guard lock(mutex_);
        empty = connections_.empty();
    }
    if (empty || std::chrono::steady_clock::now() >= latest)
        return done();
    timer_.expires_after(kPollTime);
    timer_.async_wait([this, latest, done = std::move(done)](ErrorValue) { waitUntilEmpty(latest, done); });
}

}  // namespace sesame::hub
