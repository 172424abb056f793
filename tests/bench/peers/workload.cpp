// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload.h"

#include "server_usage.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>

namespace sesame::bench {
namespace {

// So few handshakes at a time that no listen queue overflows and no server meets its connection rate limit.
constexpr unsigned kConnectingAtOnce = 32;
constexpr double kConnectSeconds = 120;
constexpr double kSettleSeconds = 5;
constexpr double kWarmUpSeconds = 2;
constexpr double kLongestWarmUpSeconds = 30;

SSL_CTX* newContext() {
    SSL_CTX* context = SSL_CTX_new(TLS_client_method());
    SSL_CTX_set_verify(context, SSL_VERIFY_NONE, nullptr);
    SSL_CTX_set_mode(context, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    SSL_CTX_set_read_ahead(context, 1);
    return context;
}

double secondsSince(std::chrono::steady_clock::time_point begin) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

float percentile(std::vector<float>& values, double share) {
    const auto at =
        values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

}  // namespace

std::string bodyFor(unsigned slot) {
    std::string body(kBodySize, 'x');
    const std::string digits = std::to_string(100000 + slot);
    body.replace(0, kSlotDigits, digits, 1, kSlotDigits);
    return body;
}

unsigned slotIn(std::string_view body) {
    unsigned slot = 0;
    for (const char digit : body.substr(0, kSlotDigits)) {
        slot = slot * 10 + static_cast<unsigned>(digit - '0');
    }
    return slot;
}

Workload::Workload(Protocol protocol, Settings settings)
    : protocol_(std::move(protocol)),
      settings_(settings),
      context_(newContext()),
      epoll_(epoll_create1(EPOLL_CLOEXEC)) {
}

Workload::~Workload() {
    lines_.clear();
    close(epoll_);
    SSL_CTX_free(context_);
}

std::string Workload::runTraffic() {
    // Receivers first, so that no message ever waits for one.
    std::vector<Place> places;
    for (const Role role : {Role::Receiver, Role::Sender}) {
        for (unsigned pair = 0; pair < settings_.pairs; ++pair) {
            places.push_back({role, pair});
        }
    }
    connectAll(places);
    for (std::size_t index = settings_.pairs; index < lines_.size(); ++index) {
        Line& sender = lines_[index];
        sender.sentAt.assign(settings_.outstanding, Clock::now());
        for (unsigned slot = 0; slot < settings_.outstanding; ++slot) {
            sender.session->send(slot);
        }
        serve(sender);
    }
    warmUp();
    const double cpuBefore = processorSeconds(settings_.serverGroup);
    measuring_ = true;
    const auto begin = Clock::now();
    runFor(settings_.seconds);
    const double elapsed = secondsSince(begin);
    const double cpu = processorSeconds(settings_.serverGroup) - cpuBefore;
    if (latenciesMs_.empty()) {
        fail("no message was acknowledged");
    }
    const auto count = static_cast<double>(latenciesMs_.size());
    std::array<char, 256> text{};
    std::snprintf(text.data(), text.size(),
                  R"("msgs_per_s":%.0f,"p50_ms":%.3f,"p99_ms":%.3f,"cpu_s_per_100k":%.2f)", count / elapsed,
                  percentile(latenciesMs_, 0.50), percentile(latenciesMs_, 0.99), cpu * 100000 / count);
    return text.data();
}

std::string Workload::runIdle() {
    const double before = memoryKib(settings_.serverGroup);
    std::vector<Place> places;
    for (unsigned number = 0; number < settings_.idle; ++number) {
        places.push_back({Role::Idle, number});
    }
    connectAll(places);
    runFor(kSettleSeconds);
    const double each = (memoryKib(settings_.serverGroup) - before) / settings_.idle;
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), R"("kib_per_idle_connection":%.1f)", each);
    return text.data();
}

void Workload::connectAll(const std::vector<Place>& places) {
    const auto begin = Clock::now();
    auto next = places.begin();
    for (;;) {
        const auto busy = std::count_if(lines_.begin(), lines_.end(),
                                        [](const Line& line) { return !line.session->ready(); });
        if (next == places.end() && busy == 0) {
            return;
        }
        for (auto room = kConnectingAtOnce - busy; room > 0 && next != places.end(); --room) {
            add(*next++);
        }
        turn(100);
        if (secondsSince(begin) > kConnectSeconds) {
            fail("not every connection could log in in time");
        }
    }
}

void Workload::add(Place place) {
    Line& line = lines_.emplace_back();
    line.connection = std::make_unique<Connection>(context_, settings_.port, protocol_.opening);
    line.session = protocol_.open(line.connection->output, place,
                                  [this, &line](unsigned slot) { acknowledged(line, slot); });
    watch(line, EPOLL_CTL_ADD);
}

void Workload::watch(Line& line, int operation) {
    line.watchesWrite = line.connection->wantsWrite();
    epoll_event event{};
    event.events = EPOLLIN | (line.watchesWrite ? EPOLLOUT : 0U);
    event.data.ptr = &line;
    epoll_ctl(epoll_, operation, line.connection->fd(), &event);
}

void Workload::turn(int timeoutMs) {
    std::array<epoll_event, 256> events;
    const int count = epoll_wait(epoll_, events.data(), static_cast<int>(events.size()), timeoutMs);
    for (int index = 0; index < count; ++index) {
        serve(*static_cast<Line*>(events[static_cast<std::size_t>(index)].data.ptr));
    }
}

void Workload::serve(Line& line) {
    Connection& connection = *line.connection;
    connection.readable();
    if (connection.open() && !line.loggingIn) {
        line.loggingIn = true;
        line.session->opened();
    }
    connection.input.erase(0, line.session->received(connection.input));
    connection.flush();
    if (connection.wantsWrite() != line.watchesWrite) {
        watch(line, EPOLL_CTL_MOD);
    }
}

// A slow server first works off the burst that fills all slots; measured is what comes after that.
void Workload::warmUp() {
    const auto begin = Clock::now();
    runFor(kWarmUpSeconds);
    const std::size_t burst = std::size_t{settings_.pairs} * settings_.outstanding;
    while (acknowledgements_ < burst && secondsSince(begin) < kLongestWarmUpSeconds) {
        turn(50);
    }
}

void Workload::runFor(double seconds) {
    const auto begin = Clock::now();
    while (secondsSince(begin) < seconds) {
        turn(50);
    }
}

void Workload::acknowledged(Line& line, unsigned slot) {
    if (slot >= line.sentAt.size()) {
        fail("an acknowledgement for a message that was not sent");
    }
    const auto now = Clock::now();
    ++acknowledgements_;
    if (measuring_) {
        latenciesMs_.push_back(std::chrono::duration<float, std::milli>(now - line.sentAt[slot]).count());
    }
    line.sentAt[slot] = now;
    line.session->send(slot);
}

}  // namespace sesame::bench
