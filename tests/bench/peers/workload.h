// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session.h"

#include <sys/epoll.h>
#include <sys/types.h>

#include <chrono>
#include <deque>
#include <memory>
#include <string>
#include <vector>

namespace sesame::bench {

struct Settings {
    std::uint16_t port = 0;
    unsigned pairs = 0;
    unsigned outstanding = 0;
    unsigned idle = 0;
    double seconds = 10;
    pid_t serverGroup = 0;
};

/// All connections of one row, driven by one epoll loop on the caller's thread.
class Workload {
  public:
    Workload(Protocol protocol, Settings settings);
    ~Workload();
    Workload(const Workload&) = delete;
    Workload& operator=(const Workload&) = delete;

    /// Every pair keeps its slots full; answers the figures as JSON members.
    std::string runTraffic();
    /// Connections that log in and then stay still; answers the memory of one as a JSON member.
    std::string runIdle();

  private:
    using Clock = std::chrono::steady_clock;
    struct Line {
        std::unique_ptr<Connection> connection;
        std::unique_ptr<Session> session;
        std::vector<Clock::time_point> sentAt;
        bool loggingIn = false;
        bool watchesWrite = false;
    };

    void connectAll(const std::vector<Place>& places);
    void add(Place place);
    void turn(int timeoutMs);
    void serve(Line& line);
    void watch(Line& line, int operation);
    void warmUp();
    void runFor(double seconds);
    void acknowledged(Line& line, unsigned slot);

    Protocol protocol_;
    Settings settings_;
    SSL_CTX* context_;
    int epoll_;
    // Lines never move: the loop and the sessions point at them.
    std::deque<Line> lines_;
    bool measuring_ = false;
    std::size_t acknowledgements_ = 0;
    std::vector<float> latenciesMs_;
};

}  // namespace sesame::bench
