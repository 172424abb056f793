// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stream/address_lookup.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <gtest/gtest.h>

#include <future>
#include <optional>

namespace sesame::stream {
namespace {

namespace asio = boost::asio;
using Endpoints = AddressLookup::Endpoints;

/// What find() says, on an io_context that runs until then.
class LookupTest : public testing::Test {
  protected:
    void find(AddressLookup& lookup, const std::string& host) {
        asio::co_spawn(
            io_,
            [&, host]() -> asio::awaitable<void, net::Executor> { said_ = co_await lookup.find(host, 8443); },
            asio::detached);
    }

    asio::io_context io_{1};
    std::optional<Endpoints> said_;
};

TEST_F(LookupTest, NeedsNobodyForAnAddress) {
    AddressLookup lookup(io_.get_executor(), [](const auto&, auto) -> Endpoints { std::abort(); });
    find(lookup, "127.0.0.1");
    io_.run();
    EXPECT_EQ(said_, (Endpoints{{asio::ip::make_address("127.0.0.1"), 8443}}));
}

TEST_F(LookupTest, AsksTheSystemForAName) {
    AddressLookup lookup(io_.get_executor());
    find(lookup, "localhost");
    io_.run();
    ASSERT_TRUE(said_ && !said_->empty());
    EXPECT_TRUE(said_->front().address().is_loopback());
    EXPECT_EQ(said_->front().port(), 8443);
}

TEST_F(LookupTest, SaysThatThereIsNoSuchHost) {
    AddressLookup lookup(io_.get_executor(), [](const auto&, auto) { return Endpoints(); });
    find(lookup, "nowhere.invalid");
    io_.run();
    EXPECT_EQ(said_, Endpoints());
}

// S36: Stop does not wait for a name server that is silent.
TEST_F(LookupTest, S36_EndsAtOnceWhenItIsCancelledHoweverLongTheSystemTakes) {
    std::promise<void> asked;
    auto silence = std::make_shared<std::promise<void>>();
    const std::shared_future<void> over = silence->get_future().share();
    auto lookup = std::make_unique<AddressLookup>(io_.get_executor(), [&asked, over](const auto&, auto) {
        asked.set_value();
        over.wait();
        return Endpoints{{asio::ip::make_address("127.0.0.1"), 1}};
    });
    find(*lookup, "hub.example");
    io_.poll();
    asked.get_future().wait();
    asio::post(io_, [&] { lookup->cancel(); });
    io_.run();
    EXPECT_EQ(said_, Endpoints());
    lookup.reset();
    silence->set_value();  // its thread finds nobody any more
}

}  // namespace
}  // namespace sesame::stream
