// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/metrics_page.h"

#include <boost/asio/read_until.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>

#include <charconv>
#include <memory>

namespace sesame::hub {
namespace {

namespace asio = boost::asio;
using tcp = asio::ip::tcp;
using ErrorValue = boost::system::error_code;

constexpr std::size_t kMaxRequest = 4'096;
constexpr auto kPatience = std::chrono::seconds(5);

/// One request, one answer, closed.
struct Exchange : std::enable_shared_from_this<Exchange> {
    Exchange(tcp::socket accepted, MetricsPage::Text source)
        : socket(std::move(accepted)), deadline(socket.get_executor()), text(std::move(source)) {}

    void start() {
        deadline.expires_after(kPatience);
        deadline.async_wait([self = shared_from_this()](ErrorValue error) {
            if (!error)
                self->socket.close(error);
        });
        asio::async_read_until(socket, asio::dynamic_buffer(request, kMaxRequest), "\r\n\r\n",
                               [self = shared_from_this()](ErrorValue error, std::size_t) {
                                   if (error)
                                       self->deadline.cancel();
                                   else
                                       self->reply();
                               });
    }

    void reply() {
        const bool found = request.starts_with("GET /metrics ");
        const std::string body = found ? text() : "see /metrics\n";
        response = std::string("HTTP/1.1 ") + (found ? "200 OK" : "404 Not Found") +
                   "\r\nContent-Type: text/plain; version=0.0.4\r\nConnection: close\r\nContent-Length: " +
                   std::to_string(body.size()) + "\r\n\r\n" + body;
        asio::async_write(socket, asio::buffer(response),
                          [self = shared_from_this()](ErrorValue, std::size_t) { self->deadline.cancel(); });
    }

    tcp::socket socket;
    asio::steady_timer deadline;
    MetricsPage::Text text;
    std::string request, response;
};

Result<tcp::endpoint> readEndpoint(const std::string& where) {
    const auto colon = where.rfind(':');
    std::string host = colon == std::string::npos ? "127.0.0.1" : where.substr(0, colon);
    if (host.size() > 2 && host.front() == '[' && host.back() == ']')
        host = host.substr(1, host.size() - 2);
    const std::string port = colon == std::string::npos ? where : where.substr(colon + 1);
    std::uint16_t number = 0;
    const auto [end, failed] = std::from_chars(port.data(), port.data() + port.size(), number);
    ErrorValue error;
    const auto address = asio::ip::make_address(host, error);
    if (error || failed != std::errc{} || end != port.data() + port.size())
        return Error{ErrorCode::Malformed,
                     "Not ADDRESS:PORT for --metrics: " + where + ". For example 127.0.0.1:9100"};
    return tcp::endpoint(address, number);
}

}  // namespace

Result<std::unique_ptr<MetricsPage>> MetricsPage::open(asio::io_context& io, const std::string& where,
                                                       Text text) {
    SESAME_TRY_ASSIGN(const auto endpoint, readEndpoint(where));
    std::unique_ptr<MetricsPage> page(new MetricsPage(io, std::move(text)));
    ErrorValue error;
    page->acceptor_.open(endpoint.protocol(), error);
    if (!error)
        page->acceptor_.set_option(asio::socket_base::reuse_address(true), error);
    if (!error)
        page->acceptor_.bind(endpoint, error);
    if (!error)
        page->acceptor_.listen(16, error);
    if (error)
        return Error{ErrorCode::Unavailable, "Cannot serve metrics on " + where + ": " + error.message()};
    page->acceptNext();
    return page;
}

std::uint16_t MetricsPage::port() const {
    ErrorValue ignored;
    return acceptor_.local_endpoint(ignored).port();
}

void MetricsPage::close() {
    ErrorValue ignored;
    acceptor_.close(ignored);
}

void MetricsPage::acceptNext() {
    acceptor_.async_accept([this](ErrorValue error, tcp::socket socket) {
        if (error == asio::error::operation_aborted)
            return;
        if (!error)
            std::make_shared<Exchange>(std::move(socket), text_)->start();
        acceptNext();
    });
}

}  // namespace sesame::hub
