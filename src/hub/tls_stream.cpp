// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/tls_stream.h"

#include <boost/asio/error.hpp>
#include <boost/asio/ssl/error.hpp>
#include <openssl/err.h>

namespace sesame::hub {

TlsStream::TlsStream(TcpSocket socket, SSL_CTX* context)
    : socket_(std::move(socket)), ssl_(SSL_new(context)) {
    ErrorValue ignored;
    socket_.native_non_blocking(true, ignored);
    if (ssl_)
        SSL_set_fd(ssl_.get(), socket_.native_handle());
}

std::array<char, TlsStream::kRecordBytes>& TlsStream::scratchBuffer() {
    thread_local std::array<char, kRecordBytes> scratch;
    return scratch;
}

TlsStream::Outcome TlsStream::outcomeOf(int result) {
    if (result > 0)
        return {SSL_ERROR_NONE, {}, static_cast<std::size_t>(result)};
    const int why = SSL_get_error(ssl_.get(), result);
    if (why == SSL_ERROR_WANT_READ || why == SSL_ERROR_WANT_WRITE)
        return {why, {}, 0};
    if (why == SSL_ERROR_ZERO_RETURN)
        return {SSL_ERROR_NONE, asio::error::eof, 0};
    if (why == SSL_ERROR_SSL)
        return {SSL_ERROR_NONE, asio::ssl::error::unspecified_system_error, 0};
    return {SSL_ERROR_NONE, asio::error::connection_reset, 0};
}

TlsStream::Outcome TlsStream::accept(asio::mutable_buffer) {
    if (!ssl_)
        return {SSL_ERROR_NONE, asio::error::no_memory, 0};
    ERR_clear_error();
    return outcomeOf(SSL_accept(ssl_.get()));
}

TlsStream::Outcome TlsStream::read(asio::mutable_buffer buffer) {
    if (buffer.size() == 0)
        return {};
    ERR_clear_error();
    return outcomeOf(SSL_read(ssl_.get(), buffer.data(), static_cast<int>(buffer.size())));
}

TlsStream::Outcome TlsStream::write(asio::mutable_buffer buffer) {
    if (buffer.size() == 0)
        return {};
    ERR_clear_error();
    return outcomeOf(SSL_write(ssl_.get(), buffer.data(), static_cast<int>(buffer.size())));
}

void TlsStream::shutDown() {
    if (ssl_ && SSL_is_init_finished(ssl_.get())) {
        ERR_clear_error();
        SSL_shutdown(ssl_.get());
    }
    ErrorValue ignored;
    socket_.shutdown(TcpSocket::shutdown_send, ignored);
}

void TlsStream::close() {
    ErrorValue ignored;
    socket_.close(ignored);
}

void teardown(boost::beast::role_type, TlsStream& stream, ErrorValue& error) {
    stream.shutDown();
    error = {};
}

void beast_close_socket(TlsStream& stream) {
    stream.close();
}

}  // namespace sesame::hub
