// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/bytes.h"
#include "sesame/net/ssl_context.h"

#include <boost/asio/async_result.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/compose.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/core/bind_handler.hpp>
#include <boost/beast/websocket/teardown.hpp>

#include <array>
#include <optional>
#include <string>

namespace sesame::net {

namespace asio = boost::asio;
using ErrorValue = boost::system::error_code;
using Executor = asio::io_context::executor_type;
using TcpSocket = asio::basic_stream_socket<asio::ip::tcp, Executor>;

/// An Asio stream over TLS in which OpenSSL reads and writes the socket itself. Unlike asio::ssl::stream it
/// keeps no buffers between reads (SSL_MODE_RELEASE_BUFFERS), which is most of an idle connection's memory.
/// Belongs to the thread of its socket.
class TlsStream {
  public:
    using executor_type = Executor;

    enum class Role : std::uint8_t { Server, Client };

    TlsStream(TcpSocket socket, SSL_CTX* context, Role role);

    executor_type get_executor() { return socket_.get_executor(); }
    TcpSocket& socket() { return socket_; }
    void close();
    /// Client: the socket has just been connected; before the handshake.
    void connected();
    /// Client: asks for this name, and, with a context that verifies, takes no certificate for another.
    void expectHost(const std::string& host);
    /// SHA-256 of the other side's certificate in DER; nullopt before the handshake or without one.
    std::optional<ByteArray<32>> peerFingerprint() const;

    template <typename Token>
    auto async_handshake(Token&& token) {
        return compose(Step{*this, {}, {}, &TlsStream::shakeHands}, token);
    }
    template <typename Buffers, typename Token>
    auto async_read_some(const Buffers& buffers, Token&& token) {
        return compose(Step{*this, firstOf(buffers), {}, &TlsStream::read}, token);
    }
    template <typename Buffers, typename Token>
    auto async_write_some(const Buffers& buffers, Token&& token) {
        return compose(WriteStep<Buffers>{{*this, {}, {}, &TlsStream::write}, buffers}, token);
    }

    /// TLS's own farewell, if it can be sent at once.
    void shutDown();

  private:
    struct Outcome {
        int want = SSL_ERROR_NONE;  ///< SSL_ERROR_WANT_READ or _WRITE: wait and try again
        ErrorValue error;
        std::size_t bytes = 0;
    };
    using Action = Outcome (TlsStream::*)(asio::mutable_buffer);

    /// One operation: tried at once, then whenever the socket is ready, until it ends.
    struct Step {
        TlsStream& stream;
        asio::mutable_buffer buffer;
        Outcome outcome;
        Action action;
        bool first = true;

        void attempt() { outcome = (stream.*action)(buffer); }

        template <typename Self, typename Attempt>
        void advance(Self& self, ErrorValue error, Attempt attemptNow) {
            if (outcome.want == SSL_ERROR_NONE && !first)
                return self.complete(outcome.error, outcome.bytes);
            if (error)
                return self.complete(error, 0);
            attemptNow();
            const bool inInitiation = std::exchange(first, false);
            if (outcome.want == SSL_ERROR_WANT_READ)
                stream.socket_.async_wait(TcpSocket::wait_read, std::move(self));
            else if (outcome.want == SSL_ERROR_WANT_WRITE)
                stream.socket_.async_wait(TcpSocket::wait_write, std::move(self));
            else if (inInitiation)
                asio::post(stream.get_executor(), std::move(self));
            else
                self.complete(outcome.error, outcome.bytes);
        }
        template <typename Self>
        void operator()(Self& self, ErrorValue error = {}) {
            advance(self, error, [this] { attempt(); });
        }
    };

    /// Gathers the pieces of a WebSocket message, so that header and body share one TLS record.
    template <typename Buffers>
    struct WriteStep : Step {
        Buffers pieces;

        template <typename Self>
        void operator()(Self& self, ErrorValue error = {}) {
            this->advance(self, error, [this] {
                auto& scratch = scratchBuffer();
                const std::size_t size = asio::buffer_copy(asio::buffer(scratch), pieces);
                this->buffer = asio::buffer(scratch.data(), size);
                this->attempt();
            });
        }
    };

    static constexpr std::size_t kRecordBytes = 16 * 1024;
    static constexpr std::size_t kReadBytes = 4 * (kRecordBytes + SSL3_RT_MAX_ENCRYPTED_OVERHEAD);
    static std::array<char, kRecordBytes>& scratchBuffer();

    template <typename Buffers>
    static asio::mutable_buffer firstOf(const Buffers& buffers) {
        const auto end = asio::buffer_sequence_end(buffers);
        for (auto piece = asio::buffer_sequence_begin(buffers); piece != end; ++piece) {
            const asio::mutable_buffer buffer(*piece);
            if (buffer.size() > 0)
                return buffer;
        }
        return {};
    }

    template <typename Operation, typename Token>
    auto compose(Operation operation, Token& token) {
        return asio::async_compose<Token, void(ErrorValue, std::size_t)>(std::move(operation), token,
                                                                         socket_);
    }

    Outcome shakeHands(asio::mutable_buffer);
    Outcome read(asio::mutable_buffer buffer);
    Outcome write(asio::mutable_buffer buffer);
    Outcome outcomeOf(int result);

    TcpSocket socket_;
    std::unique_ptr<SSL, FreeSsl> ssl_;
    Role role_;
};

/// What Beast calls at the end of a WebSocket conversation.
void teardown(boost::beast::role_type, TlsStream& stream, ErrorValue& error);
template <typename Handler>
void async_teardown(boost::beast::role_type, TlsStream& stream, Handler&& handler) {
    stream.shutDown();
    asio::post(stream.get_executor(),
               boost::beast::bind_front_handler(std::forward<Handler>(handler), ErrorValue{}));
}
void beast_close_socket(TlsStream& stream);

}  // namespace sesame::net
