// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/net/tls_stream.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/basic_waitable_timer.hpp>

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace sesame::stream {

/// Looks up the addresses of a host. The system's resolver may hang for as long as a name server is silent,
/// and nothing interrupts it: it works on a thread of its own that nobody waits for. Used, and destroyed, by
/// the thread of the executor or while that does not run.
class AddressLookup {
  public:
    using Endpoints = std::vector<boost::asio::ip::tcp::endpoint>;
    /// Blocks. None when there is no such host.
    using Resolve = std::function<Endpoints(const std::string& host, std::uint16_t port)>;

    /// By the system's resolver.
    explicit AddressLookup(const net::Executor& executor);
    AddressLookup(const net::Executor& executor, Resolve resolve);
    ~AddressLookup() { cancel(); }
    AddressLookup(const AddressLookup&) = delete;
    AddressLookup& operator=(const AddressLookup&) = delete;

    /// None when there is no such host, or when it was cancelled. Once.
    boost::asio::awaitable<Endpoints, net::Executor> find(std::string host, std::uint16_t port);
    /// find() returns at once, now and later.
    void cancel();

  private:
    using Timer =
        boost::asio::basic_waitable_timer<std::chrono::steady_clock,
                                          boost::asio::wait_traits<std::chrono::steady_clock>, net::Executor>;
    struct Shared;

    void begin(const std::string& host, std::uint16_t port);

    const Resolve resolve_;
    Timer found_;  // cancelled when they are
    const std::shared_ptr<Shared> shared_;
};

}  // namespace sesame::stream
