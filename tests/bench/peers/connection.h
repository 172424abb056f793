// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <openssl/ssl.h>

#include <cstdint>
#include <memory>
#include <string>

namespace sesame::bench {

/// Ends the program with a line on stderr: a benchmark that met an error has no result.
[[noreturn]] void fail(const std::string& why);

/// How a connection begins: with the TLS handshake, or with one line of the server in clear (NATS).
enum class Opening { Tls, ServerLineThenTls };

/// One non-blocking TLS connection to 127.0.0.1 with a buffer for each direction.
///
/// The certificate is not verified: this is loopback and the handshake is not what is measured.
class Connection {
  public:
    Connection(SSL_CTX* context, std::uint16_t port, Opening opening);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    int fd() const { return fd_; }
    bool open() const { return stage_ == Stage::Open; }
    /// Whether output waits for the socket, so that EPOLLOUT is wanted.
    bool wantsWrite() const { return wantsWrite_; }

    /// Goes on with the opening, then reads all there is into `input`.
    void readable();
    void flush();

    std::string input;
    std::string output;

  private:
    enum class Stage { ServerLine, Handshake, Open };
    void readServerLine();
    void handshake();

    struct FreeSsl {
        void operator()(SSL* ssl) const { SSL_free(ssl); }
    };
    int fd_ = -1;
    Stage stage_;
    bool wantsWrite_ = false;
    std::unique_ptr<SSL, FreeSsl> ssl_;
};

}  // namespace sesame::bench
