// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <iostream>

namespace sesame::bench {

void fail(const std::string& why) {
    std::cerr << "sesame-peer-load: " << why << '\n';
    std::_Exit(1);
}

Connection::Connection(SSL_CTX* context, std::uint16_t port, Opening opening)
    : fd_(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0)),
      stage_(opening == Opening::Tls ? Stage::Handshake : Stage::ServerLine),
      ssl_(SSL_new(context)) {
    const int on = 1;
    setsockopt(fd_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(fd_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0 && errno != EINPROGRESS) {
        fail(std::string("cannot connect: ") + std::strerror(errno));
    }
    SSL_set_fd(ssl_.get(), fd_);
    SSL_set_connect_state(ssl_.get());
    wantsWrite_ = stage_ == Stage::Handshake;
}

Connection::~Connection() {
    close(fd_);
}

void Connection::readable() {
    if (stage_ == Stage::ServerLine) {
        readServerLine();
    }
    if (stage_ == Stage::Handshake) {
        handshake();
    }
    if (stage_ != Stage::Open) {
        return;
    }
    char buffer[16384];
    for (;;) {
        ERR_clear_error();
        const int got = SSL_read(ssl_.get(), buffer, sizeof buffer);
        if (got > 0) {
            input.append(buffer, static_cast<std::size_t>(got));
        } else if (SSL_get_error(ssl_.get(), got) == SSL_ERROR_WANT_READ) {
            return;
        } else {
            fail("the server closed a connection; last input: " + input.substr(0, 300));
        }
    }
}

void Connection::readServerLine() {
    char buffer[4096];
    const ssize_t got = recv(fd_, buffer, sizeof buffer, 0);
    if (got <= 0) {
        if (errno == EAGAIN) {
            return;
        }
        fail("no greeting from the server");
    }
    // The server says nothing more until the handshake, so the line is the last thing in the buffer.
    if (buffer[got - 1] == '\n') {
        stage_ = Stage::Handshake;
    }
}

void Connection::handshake() {
    ERR_clear_error();
    const int done = SSL_do_handshake(ssl_.get());
    wantsWrite_ = false;
    if (done == 1) {
        stage_ = Stage::Open;
        return;
    }
    const int error = SSL_get_error(ssl_.get(), done);
    wantsWrite_ = error == SSL_ERROR_WANT_WRITE;
    if (error != SSL_ERROR_WANT_READ && error != SSL_ERROR_WANT_WRITE) {
        fail(std::string("TLS handshake failed: ") + ERR_reason_error_string(ERR_peek_error()));
    }
}

void Connection::flush() {
    if (stage_ != Stage::Open) {
        return;
    }
    while (!output.empty()) {
        ERR_clear_error();
        const int put = SSL_write(ssl_.get(), output.data(), static_cast<int>(output.size()));
        if (put > 0) {
            output.erase(0, static_cast<std::size_t>(put));
        } else if (SSL_get_error(ssl_.get(), put) == SSL_ERROR_WANT_WRITE) {
            wantsWrite_ = true;
            return;
        } else {
            fail("a connection broke while writing");
        }
    }
    wantsWrite_ = false;
}

}  // namespace sesame::bench
