// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/connection.h"
#include "hub/parcel_line.h"
#include "hub/relay.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <netinet/tcp.h>

namespace sesame::hub {
namespace {

namespace beast = boost::beast;
namespace http = beast::http;
namespace websocket = beast::websocket;

using Task = asio::awaitable<void, Executor>;
using Timer = asio::basic_waitable_timer<std::chrono::steady_clock,
                                         asio::wait_traits<std::chrono::steady_clock>, Executor>;
constexpr asio::as_tuple_t<asio::use_awaitable_t<Executor>> kAwait;

constexpr std::uint32_t kMaxRequestBytes = 8 * 1024;
// Log-in frames are far smaller; with TLS and the request this keeps a stranger under
// wire::kMaxUnauthenticatedBytes.
constexpr std::size_t kMaxStrangerFrame = 4 * 1024;
constexpr std::size_t kKeptBuffer = 2 * 1024;
constexpr auto kCloseTime = std::chrono::seconds(2);
// A peer that is gone, or that has not read for this long, is cut off by the kernel.
constexpr int kUnansweredMs = 60'000;

void setSocketOptions(TcpSocket& socket) {
    ErrorValue ignored;
    socket.set_option(asio::ip::tcp::no_delay(true), ignored);
    socket.set_option(asio::socket_base::keep_alive(true), ignored);
    const int idle = 60;
    const int unanswered = kUnansweredMs;
    setsockopt(socket.native_handle(), IPPROTO_TCP, TCP_KEEPIDLE, &idle, sizeof idle);
    setsockopt(socket.native_handle(), IPPROTO_TCP, TCP_USER_TIMEOUT, &unanswered, sizeof unanswered);
}

/// All of Beast, and its one stream type. Two coroutines at most: one reads, and one writes while there is
/// something to write. Everything but wake(), post(), finish() and abort() runs on the thread of
/// its loop.
class BeastConnection final : public Connection, public std::enable_shared_from_this<BeastConnection> {
  public:
    BeastConnection(TcpSocket socket, SSL_CTX* tls, Hub& hub, std::unique_ptr<Admission::Ticket> ticket,
                    std::function<void(Connection*)> gone)
        : hub_(hub),
          executor_(socket.get_executor()),
          stream_(std::move(socket), tls, TlsStream::Role::Server),
          deadline_(executor_),
          room_(executor_),
          ticket_(std::move(ticket)),
          gone_(std::move(gone)) {
        ++hub_.metrics.connections;
        setSocketOptions(stream_.next_layer().socket());
    }
    ~BeastConnection() override {
        --hub_.metrics.connections;
        gone_(this);
    }

    void start() override { asio::co_spawn(executor_, serve(shared_from_this()), asio::detached); }

    void wake() override {
        if (!writing_.exchange(true))
            startWriting();
    }

    void post(std::function<void()> action) override {
        asio::post(executor_, [self = shared_from_this(), action = std::move(action)] {
            if (!self->closed_)
                action();
        });
    }

    void resume() override {
        asio::post(executor_, [self = shared_from_this()] { self->room_.cancel(); });
    }

    void finish() override {
        finishing_ = true;
        wake();
    }

    void abort() override {
        asio::post(executor_, [self = shared_from_this()] { self->closeSocket(); });
    }

    void shutDown() override {
        asio::post(executor_, [self = shared_from_this()] {
            if (self->conversation_)
                self->conversation_->end(pb::Refusal::SHUTTING_DOWN);
            else
                self->closeSocket();
        });
    }

  private:
    enum class Path : std::uint8_t { Unknown, Mail, Relay, Parcel };

    // `self` keeps the connection alive as long as the coroutine runs; it must be used to be kept.
    static Task serve(std::shared_ptr<BeastConnection> self) { co_await self->serveClient(); }
    static Task writeAll(std::shared_ptr<BeastConnection> self) { co_await self->writeFrames(); }

    // Not from here, even on the loop's own thread: what this event adds after the first frame shares the
    // write.
    void startWriting() {
        asio::post(executor_, [self = shared_from_this()] {
            asio::co_spawn(self->executor_, writeAll(self), asio::detached);
        });
    }

    Task serveClient() {
        closeAfter(hub_.limits.authentication);
        // Not inside the condition: g++ 12 then lays out the frame wrongly.
        const bool open = co_await openWebSocket();
        if (!open) {
            closeSocket();
            co_return;
        }
        conversation_ = makeConversation();
        conversation_->start();
        co_await readFrames();
        conversation_->closed();
        finish();
    }

    std::shared_ptr<Conversation> makeConversation() {
        switch (path_) {
            case Path::Relay:
                return std::make_shared<Relay>(hub_, weak_from_this());
            case Path::Parcel:
                return std::make_shared<ParcelLine>(hub_, weak_from_this());
            default:
                return std::make_shared<Session>(hub_, weak_from_this());
        }
    }

    Path pathOf(beast::string_view target) const {
        if (target == "/v1")
            return Path::Mail;
        if (target == "/v1/relay")
            return Path::Relay;
        return target == "/v1/parcel" && hub_.parcels != nullptr ? Path::Parcel : Path::Unknown;
    }

    asio::awaitable<bool, Executor> openWebSocket() {
        const auto secured = co_await stream_.next_layer().async_handshake(kAwait);
        if (std::get<ErrorValue>(secured))
            co_return false;
        beast::flat_buffer buffer(kMaxRequestBytes);
        http::request_parser<http::empty_body> parser;
        parser.header_limit(kMaxRequestBytes);
        const auto asked = co_await http::async_read(stream_.next_layer(), buffer, parser, kAwait);
        path_ = pathOf(parser.get().target());
        if (std::get<ErrorValue>(asked) || path_ == Path::Unknown || buffer.size() > 0)
            co_return false;
        stream_.binary(true);
        stream_.auto_fragment(false);
        stream_.read_message_max(kMaxStrangerFrame);
        const auto accepted = co_await stream_.async_accept(parser.get(), kAwait);
        co_return !std::get<ErrorValue>(accepted);
    }

    Task readFrames() {
        beast::flat_buffer buffer;
        while (true) {
            const auto result = co_await stream_.async_read(buffer, kAwait);
            if (std::get<ErrorValue>(result) || !stream_.got_binary())
                co_return;
            const auto data = buffer.data();
            if (!conversation_->receive({static_cast<const std::byte*>(data.data()), data.size()}))
                co_return;
            buffer.consume(data.size());
            if (buffer.capacity() > kKeptBuffer && path_ == Path::Mail)
                buffer = beast::flat_buffer();
            if (const auto pause = conversation_->pauseMs(); pause > 0) {
                Timer timer(executor_, std::chrono::milliseconds(pause));
                co_await timer.async_wait(kAwait);
            }
            while (!closed_ && !conversation_->mayRead()) {
                room_.expires_at(std::chrono::steady_clock::time_point::max());
                co_await room_.async_wait(kAwait);
            }
        }
    }

    Task writeFrames() {
        do {
            while (!closed_ && conversation_) {
                // Before the welcome is written: what the client does next must find it counted.
                noteLogIn();
                const auto frame = conversation_->nextFrame();
                if (!frame)
                    break;
                const auto result =
                    co_await stream_.async_write(asio::buffer(frame->data(), frame->size()), kAwait);
                if (std::get<ErrorValue>(result))
                    closeSocket();
            }
            if (finishing_ && !closed_)
                co_await sayGoodbye();
            writing_ = false;
            // Something may have been added between the last look and the flag.
        } while (hasWork() && !writing_.exchange(true));
    }

    bool hasWork() { return !closed_ && (finishing_ || (conversation_ && conversation_->hasFrames())); }

    Task sayGoodbye() {
        closeAfter(kCloseTime);
        co_await stream_.async_close(websocket::close_code::normal, kAwait);
        closeSocket();
    }

    void noteLogIn() {
        if (const auto patience = conversation_->patience(); patience && ticket_) {
            ticket_.reset();
            closeAfter(*patience);
        }
        if (known_ || !conversation_->isLoggedIn())
            return;
        known_ = true;
        ticket_.reset();
        deadline_.cancel();
        stream_.read_message_max(wire::kMaxFrameBytes);
    }

    void closeAfter(std::chrono::milliseconds time) {
        deadline_.expires_after(time);
        deadline_.async_wait([weak = weak_from_this()](ErrorValue error) {
            const auto self = weak.lock();
            if (!error && self)
                self->closeSocket();
        });
    }

    void closeSocket() {
        closed_ = true;
        deadline_.cancel();
        room_.cancel();
        stream_.next_layer().close();
    }

    Hub& hub_;
    Executor executor_;
    websocket::stream<TlsStream, false> stream_;
    Timer deadline_;
    Timer room_;  // cancelled when there is room to read again
    std::unique_ptr<Admission::Ticket> ticket_;
    std::function<void(Connection*)> gone_;
    std::shared_ptr<Conversation> conversation_;
    Path path_ = Path::Unknown;
    bool known_ = false;
    std::atomic<bool> writing_{false};
    std::atomic<bool> finishing_{false};
    bool closed_ = false;
};

}  // namespace

std::shared_ptr<Connection> makeConnection(TcpSocket socket, SSL_CTX* tls, Hub& hub,
                                           std::unique_ptr<Admission::Ticket> ticket,
                                           std::function<void(Connection*)> gone) {
    return std::make_shared<BeastConnection>(std::move(socket), tls, hub, std::move(ticket), std::move(gone));
}

}  // namespace sesame::hub
