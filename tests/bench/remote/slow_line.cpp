// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A slow line: passes TCP connections on, each direction late by so much and with so many bits a second at
// most.
//
//     remote-bench-slow-line HOST PORT ONE-WAY-MS MBIT-PER-SECOND      prints the port that it listens on

#include "clock.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <memory>
#include <vector>

namespace sesame::bench {
namespace {

/// What a router in front of the line would keep before it drops; here it stops reading instead.
constexpr std::size_t kQueueBytes = 64UL * 1024;
constexpr std::size_t kPieceBytes = 1448;

struct Line {
    std::int64_t delayNs = 0;
    double bytesPerNs = 0;
};

/// One direction of one connection.
class Way {
  public:
    Way(int from, int to, const Line& line) : from_(from), to_(to), line_(line) {}

    bool wantsToRead() const { return !ended_ && queued_ < kQueueBytes; }
    bool wantsToWrite(std::int64_t now) const { return !pieces_.empty() && pieces_.front().due <= now; }
    std::int64_t due() const { return pieces_.empty() ? INT64_MAX : pieces_.front().due; }
    bool over() const { return ended_ && pieces_.empty(); }
    int from() const { return from_; }
    int to() const { return to_; }

    void read(std::int64_t now) {
        std::vector<char> bytes(kPieceBytes);
        const ssize_t got = ::recv(from_, bytes.data(), bytes.size(), MSG_DONTWAIT);
        if (got < 0)
            return;
        ended_ = got == 0;
        bytes.resize(static_cast<std::size_t>(got));
        queued_ += bytes.size();
        // On the line one after the other, and then on the way.
        free_ = std::max(free_, now) + static_cast<std::int64_t>(static_cast<double>(got) / line_.bytesPerNs);
        if (got > 0)
            pieces_.push_back({free_ + line_.delayNs, std::move(bytes)});
    }
    void write() {
        Piece& piece = pieces_.front();
        const ssize_t sent = ::send(to_, piece.bytes.data() + piece.sent, piece.bytes.size() - piece.sent,
                                    MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent < 0)
            return;
        piece.sent += static_cast<std::size_t>(sent);
        if (piece.sent < piece.bytes.size())
            return;
        queued_ -= piece.bytes.size();
        pieces_.pop_front();
        if (over())
            ::shutdown(to_, SHUT_WR);
    }

  private:
    struct Piece {
        std::int64_t due = 0;
        std::vector<char> bytes;
        std::size_t sent = 0;
    };
    const int from_;
    const int to_;
    const Line line_;
    std::deque<Piece> pieces_;
    std::size_t queued_ = 0;
    std::int64_t free_ = 0;
    bool ended_ = false;
};

struct Pair {
    int ends[2];
    Way there;
    Way back;
    Pair(int client, int server, const Line& line)
        : ends{client, server}, there(client, server, line), back(server, client, line) {}
    ~Pair() {
        ::close(ends[0]);
        ::close(ends[1]);
    }
    Pair(const Pair&) = delete;
    Pair& operator=(const Pair&) = delete;
};

int fail(const char* what) {
    std::perror(what);
    std::exit(1);
}

sockaddr_in addressOf(const char* host, int port) {
    sockaddr_in out{};
    out.sin_family = AF_INET;
    out.sin_port = htons(static_cast<std::uint16_t>(port));
    inet_pton(AF_INET, host, &out.sin_addr);
    return out;
}

void noDelay(int fd) {
    const int on = 1;
    ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

class SlowLine {
  public:
    SlowLine(const sockaddr_in& server, const Line& line) : server_(server), line_(line) {
        listener_ = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in here = addressOf("127.0.0.1", 0);
        socklen_t size = sizeof here;
        if (::bind(listener_, reinterpret_cast<sockaddr*>(&here), size) != 0 || ::listen(listener_, 8) != 0 ||
            ::getsockname(listener_, reinterpret_cast<sockaddr*>(&here), &size) != 0)
            fail("listen");
        std::printf("%d\n", ntohs(here.sin_port));
        std::fflush(stdout);
    }

    [[noreturn]] void run() {
        while (true)
            turn();
    }

  private:
    void turn() {
        std::int64_t now = nowNs();
        std::int64_t due = now + 1'000'000'000;
        std::vector<pollfd> polled{{listener_, POLLIN, 0}};
        for (const auto& pair : pairs_) {
            for (const Way* way : {&pair->there, &pair->back}) {
                polled.push_back({way->wantsToRead() ? way->from() : -1, POLLIN, 0});
                polled.push_back({way->wantsToWrite(now) ? way->to() : -1, POLLOUT, 0});
                if (!way->wantsToWrite(now))
                    due = std::min(due, way->due());
            }
        }
        const std::int64_t left = std::max<std::int64_t>(0, due - now);
        const timespec time{left / 1'000'000'000, left % 1'000'000'000};
        ppoll(polled.data(), polled.size(), &time, nullptr);
        now = nowNs();
        std::size_t at = 1;
        for (const auto& pair : pairs_) {
            for (Way* way : {&pair->there, &pair->back}) {
                if (polled[at++].revents != 0)
                    way->read(now);
                if (polled[at++].revents != 0)
                    way->write();
            }
        }
        std::erase_if(pairs_, [](const auto& pair) { return pair->there.over() && pair->back.over(); });
        if (polled[0].revents != 0)
            accept();
    }

    void accept() {
        const int client = ::accept(listener_, nullptr, nullptr);
        const int server = ::socket(AF_INET, SOCK_STREAM, 0);
        if (::connect(server, reinterpret_cast<const sockaddr*>(&server_), sizeof server_) != 0)
            fail("connect");
        noDelay(client);
        noDelay(server);
        pairs_.push_back(std::make_unique<Pair>(client, server, line_));
    }

    const sockaddr_in server_;
    const Line line_;
    int listener_ = -1;
    std::vector<std::unique_ptr<Pair>> pairs_;
};

}  // namespace
}  // namespace sesame::bench

int main(int argc, char** argv) {
    using namespace sesame::bench;
    if (argc != 5) {
        std::fprintf(stderr, "usage: remote-bench-slow-line HOST PORT ONE-WAY-MS MBIT-PER-SECOND\n");
        return 2;
    }
    const Line line{static_cast<std::int64_t>(std::atof(argv[3]) * 1e6), std::atof(argv[4]) * 1e6 / 8 / 1e9};
    SlowLine(addressOf(argv[1], std::atoi(argv[2])), line).run();
}
