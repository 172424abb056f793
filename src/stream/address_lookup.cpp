// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stream/address_lookup.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <mutex>
#include <thread>
#include <utility>

namespace sesame::stream {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;

AddressLookup::Endpoints resolveBySystem(const std::string& host, std::uint16_t port) {
    asio::io_context unused;
    tcp::resolver resolver(unused);
    net::ErrorValue failed;
    AddressLookup::Endpoints out;
    for (const auto& entry : resolver.resolve(host, std::to_string(port), failed))
        out.push_back(entry.endpoint());
    return out;
}

}  // namespace

struct AddressLookup::Shared {
    std::mutex mutex;
    Endpoints endpoints;
    bool over = false;  // nobody waits for them, and the executor may be gone
};

AddressLookup::AddressLookup(const net::Executor& executor) : AddressLookup(executor, resolveBySystem) {
}

AddressLookup::AddressLookup(const net::Executor& executor, Resolve resolve)
    : resolve_(std::move(resolve)), found_(executor), shared_(std::make_shared<Shared>()) {
}

void AddressLookup::begin(const std::string& host, std::uint16_t port) {
    std::thread([this, shared = shared_, resolve = resolve_, executor = found_.get_executor(), host, port] {
        Endpoints endpoints = resolve(host, port);
        const std::lock_guard lock(shared->mutex);
        if (shared->over)
            return;
        shared->endpoints = std::move(endpoints);
        asio::post(executor, [this, shared] {
            if (!shared->over)
                found_.cancel();
        });
    }).detach();
}

asio::awaitable<AddressLookup::Endpoints, net::Executor> AddressLookup::find(std::string host,
                                                                             std::uint16_t port) {
    net::ErrorValue failed;
    const auto address = asio::ip::make_address(host, failed);
    if (!failed)
        co_return Endpoints{{address, port}};
    found_.expires_at(Timer::time_point::max());
    if (!shared_->over) {
        begin(host, port);
        co_await found_.async_wait(asio::as_tuple(asio::use_awaitable_t<net::Executor>()));
    }
    const std::lock_guard lock(shared_->mutex);
    co_return shared_->over ? Endpoints() : std::exchange(shared_->endpoints, {});
}

void AddressLookup::cancel() {
    {
        const std::lock_guard lock(shared_->mutex);
        shared_->over = true;
    }
    found_.cancel();
}

}  // namespace sesame::stream
