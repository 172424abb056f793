// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/result.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <functional>

namespace sesame::hub {

/// Serves one text at GET /metrics over plain HTTP, for a collector on the same machine or a private network.
class MetricsPage {
  public:
    using Text = std::function<std::string()>;

    /// `where` is ADDRESS:PORT, or a port alone for 127.0.0.1. `text` is called on the thread of `io`.
    static Result<std::unique_ptr<MetricsPage>> open(boost::asio::io_context& io, const std::string& where,
                                                     Text text);
    std::uint16_t port() const;
    void close();

  private:
    MetricsPage(boost::asio::io_context& io, Text text) : acceptor_(io), text_(std::move(text)) {}
    void acceptNext();

    boost::asio::ip::tcp::acceptor acceptor_;
    Text text_;
};

}  // namespace sesame::hub
