// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/web_socket_client.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <stdexcept>

namespace sesame::test {
namespace {

constexpr int kHandshakeMs = 30'000;
constexpr std::byte kBinary{0x82};
constexpr std::array<std::byte, 6> kCloseFrame{std::byte{0x88}, std::byte{0x80}};
constexpr std::byte kOpcodeMask{0x0f};

SSL_CTX* clientContext() {
    static SSL_CTX* const context = [] {
        ::signal(SIGPIPE, SIG_IGN);
        SSL_CTX* made = SSL_CTX_new(TLS_client_method());
        SSL_CTX_set_mode(made, SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE |
                                   SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
        return made;
    }();
    return context;
}

void waitFor(int file, short events, int timeoutMs) {
    pollfd entry{file, events, 0};
    ::poll(&entry, 1, timeoutMs);
}

}  // namespace

int connectTo(const std::string& host, std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    inet_pton(AF_INET, host.c_str(), &address.sin_addr);
    const int file = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int yes = 1;
    setsockopt(file, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    if (::connect(file, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        ::close(file);
        throw std::runtime_error("cannot connect");
    }
    return file;
}

struct WebSocketClient::State {
    int file = -1;
    SSL* ssl = nullptr;
    Bytes certificate;
    Bytes input;
    std::size_t used = 0;
    bool over = false;

    ~State() {
        SSL_free(ssl);
        if (file >= 0)
            ::close(file);
    }
    bool readMore();
    bool write(ByteView bytes);
    std::optional<Bytes> parse();
    void handshake(const std::string& host, const std::string& path);
};

bool WebSocketClient::State::write(ByteView bytes) {
    while (!bytes.empty() && !over) {
        ERR_clear_error();
        const int count = SSL_write(ssl, bytes.data(), static_cast<int>(bytes.size()));
        if (count > 0) {
            bytes = bytes.subspan(static_cast<std::size_t>(count));
            continue;
        }
        const int why = SSL_get_error(ssl, count);
        if (why == SSL_ERROR_WANT_WRITE)
            waitFor(file, POLLOUT, kHandshakeMs);
        else if (why == SSL_ERROR_WANT_READ)
            waitFor(file, POLLIN, kHandshakeMs);
        else
            over = true;
    }
    return !over;
}

bool WebSocketClient::State::readMore() {
    std::byte chunk[16 * 1024];
    ERR_clear_error();
    const int count = SSL_read(ssl, chunk, sizeof chunk);
    if (count > 0) {
        if (used > 0) {
            input.erase(input.begin(), input.begin() + static_cast<std::ptrdiff_t>(used));
            used = 0;
        }
        input.insert(input.end(), chunk, chunk + count);
        return true;
    }
    const int why = SSL_get_error(ssl, count);
    if (why != SSL_ERROR_WANT_READ && why != SSL_ERROR_WANT_WRITE)
        over = true;
    return false;
}

std::optional<Bytes> WebSocketClient::State::parse() {
    while (true) {
        const ByteView data = ByteView(input).subspan(used);
        if (data.size() < 2)
            return std::nullopt;
        std::size_t length = static_cast<std::size_t>(data[1]) & 0x7f;
        std::size_t header = 2;
        if (length >= 126) {
            const std::size_t extra = length == 126 ? 2 : 8;
            header += extra;
            if (data.size() < header)
                return std::nullopt;
            length = 0;
            for (std::size_t i = 2; i < header; ++i)
                length = length << 8 | static_cast<std::size_t>(data[i]);
        }
        if (data.size() < header + length)
            return std::nullopt;
        const auto opcode = static_cast<int>(data[0] & kOpcodeMask);
        Bytes payload = toBytes(data.subspan(header, length));
        used += header + length;
        if (opcode == 2)
            return payload;
        if (opcode == 8) {
            write(kCloseFrame);
            over = true;
        }
    }
}

void WebSocketClient::State::handshake(const std::string& host, const std::string& path) {
    ssl = SSL_new(clientContext());
    SSL_set_fd(ssl, file);
    if (SSL_connect(ssl) != 1)
        throw std::runtime_error("no TLS");
    X509* peer = SSL_get1_peer_certificate(ssl);
    unsigned char* der = nullptr;
    const int size = i2d_X509(peer, &der);
    certificate = toBytes({reinterpret_cast<std::byte*>(der), static_cast<std::size_t>(size)});
    OPENSSL_free(der);
    X509_free(peer);
    write(asBytes("GET " + path + " HTTP/1.1\r\nHost: " + host +
                  "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                  "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"));
    while (!over) {
        const auto end = asText(input).find("\r\n\r\n");
        if (end != std::string_view::npos) {
            used = end + 4;
            break;
        }
        readMore();
    }
    if (!asText(input).starts_with("HTTP/1.1 101"))
        throw std::runtime_error("no WebSocket");
}

WebSocketClient::WebSocketClient(const std::string& host, std::uint16_t port, const std::string& path)
    : state_(std::make_unique<State>()) {
    state_->file = connectTo(host, port);
    const timeval patience{kHandshakeMs / 1'000, 0};
    setsockopt(state_->file, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    state_->handshake(host, path);
    timeval none{};
    setsockopt(state_->file, SOL_SOCKET, SO_RCVTIMEO, &none, sizeof none);
    int yes = 1;
    ioctl(state_->file, FIONBIO, &yes);
}

WebSocketClient::~WebSocketClient() = default;
WebSocketClient::WebSocketClient(WebSocketClient&&) noexcept = default;
WebSocketClient& WebSocketClient::operator=(WebSocketClient&&) noexcept = default;

int WebSocketClient::file() const {
    return state_->file;
}

const Bytes& WebSocketClient::certificate() const {
    return state_->certificate;
}

bool WebSocketClient::sendRaw(ByteView bytes) {
    return state_->write(bytes);
}

bool WebSocketClient::send(ByteView message) {
    Bytes frame{kBinary};
    const auto mask = std::byte{0x80};
    if (message.size() < 126) {
        frame.push_back(mask | static_cast<std::byte>(message.size()));
    } else if (message.size() < 65'536) {
        frame.push_back(mask | std::byte{126});
        frame.push_back(static_cast<std::byte>(message.size() >> 8));
        frame.push_back(static_cast<std::byte>(message.size()));
    } else {
        frame.push_back(mask | std::byte{127});
        for (int shift = 56; shift >= 0; shift -= 8)
            frame.push_back(static_cast<std::byte>(message.size() >> shift));
    }
    // A mask of zeros: legal, and this client need not hide anything from a proxy.
    frame.resize(frame.size() + 4);
    frame.insert(frame.end(), message.begin(), message.end());
    return state_->write(frame);
}

std::optional<Bytes> WebSocketClient::poll() {
    while (true) {
        if (auto message = state_->parse())
            return message;
        if (state_->over || !state_->readMore())
            return std::nullopt;
    }
}

std::optional<Bytes> WebSocketClient::receive(int timeoutMs) {
    const auto latest = std::chrono::steady_clock::now() + std::chrono::milliseconds(timeoutMs);
    while (true) {
        if (auto message = poll())
            return message;
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(latest - std::chrono::steady_clock::now())
                .count();
        if (state_->over || left <= 0)
            return std::nullopt;
        waitFor(state_->file, POLLIN, static_cast<int>(left));
    }
}

bool WebSocketClient::isOver() const {
    return state_->over;
}

}  // namespace sesame::test
