// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sesame/net/tls_stream.h"

#include <boost/asio/error.hpp>
#include <boost/asio/ssl/error.hpp>
#include <openssl/err.h>
#include <openssl/x509.h>

namespace sesame::net {

TlsStream::TlsStream(TcpSocket socket, SSL_CTX* context, Role role)
    : socket_(std::move(socket)), ssl_(SSL_new(context)), role_(role) {
    // Several records a system call while much comes; the buffer goes when it is empty.
    if (ssl_) {
        SSL_set_read_ahead(ssl_.get(), 1);
        SSL_set_default_read_buffer_len(ssl_.get(), kReadBytes);
    }
    if (socket_.is_open())
        connected();
}

void TlsStream::connected() {
    ErrorValue ignored;
    socket_.native_non_blocking(true, ignored);
    if (ssl_)
        SSL_set_fd(ssl_.get(), socket_.native_handle());
}

void TlsStream::expectHost(const std::string& host) {
    if (!ssl_)
        return;
    // A server name is never an address (RFC 6066, section 3).
    ErrorValue notAnAddress;
    asio::ip::make_address(host, notAnAddress);
    if (notAnAddress) {
        SSL_set_tlsext_host_name(ssl_.get(), host.c_str());
        SSL_set1_host(ssl_.get(), host.c_str());
    } else {
        X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(ssl_.get()), host.c_str());
    }
}

std::optional<ByteArray<32>> TlsStream::peerFingerprint() const {
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(
        ssl_ ? SSL_get1_peer_certificate(ssl_.get()) : nullptr, X509_free);
    ByteArray<32> out{};
    unsigned size = 0;
    if (!certificate || X509_digest(certificate.get(), EVP_sha256(),
                                    reinterpret_cast<unsigned char*>(out.data()), &size) != 1)
        return std::nullopt;
    return out;
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

TlsStream::Outcome TlsStream::shakeHands(asio::mutable_buffer) {
    if (!ssl_)
        return {SSL_ERROR_NONE, asio::error::no_memory, 0};
    ERR_clear_error();
    return outcomeOf(role_ == Role::Server ? SSL_accept(ssl_.get()) : SSL_connect(ssl_.get()));
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

}  // namespace sesame::net
