// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/pacer.h"

#include <algorithm>

namespace sesame::remote {
namespace {

using namespace std::chrono_literals;

// What may be under way as long as nobody has seen more pass: a line to somebody far away is seldom a fast
// one.
constexpr std::size_t kNearWindow = 512UL * 1024;
constexpr std::size_t kFarWindow = 128UL * 1024;
constexpr std::uint32_t kFarUs = 10'000;
constexpr std::size_t kLeastWindow = 48UL * 1024;
constexpr std::size_t kMostWindow = stream::Stream::kWindow * 3 / 4;
constexpr std::size_t kLeastRoom = 16UL * 1024;
// An update that the line takes in this time goes whole: half a frame now and half of the next one then would
// never show a whole one.
constexpr double kWholeSeconds = 0.06;
// So much longer than the shortest trip may bytes wait in queues on their way.
constexpr double kQueueSeconds = 0.015;
// A trip that took so much longer than the shortest one waited in a queue.
constexpr std::uint32_t kQueueUs = 30'000;
// A span of time over which the speed of the line is measured, and how much must have gone in it.
constexpr auto kSpan = 100ms;
constexpr std::uint64_t kSpanBytes = 24UL * 1024;
constexpr double kGrowth = 1.1;
// What nobody has seen lately is not believed beyond this.
constexpr double kTrust = 2;
// A little more than what shall be, so that sixty steps a second never wait for their turn.
constexpr double kTurnsPerSecond = Pacer::kUpdatesPerSecond * 1.05;

double secondsOf(std::chrono::steady_clock::duration time) {
    return std::chrono::duration<double>(time).count();
}

}  // namespace

void Pacer::flowed(const stream::Flow& flow, std::uint64_t written, Time now) {
    written_ = written;
    acknowledged_ = std::min(flow.acknowledged, written);
    shortestTripUs_ = flow.shortestTripUs;
    if (busySince_ != Time{} && now - busySince_ >= kSpan) {
        const std::uint64_t bytes = acknowledged_ - std::min(busyFrom_, acknowledged_);
        if (bytes >= kSpanBytes)
            measured(static_cast<double>(bytes) / secondsOf(now - busySince_), flow);
        busySince_ = now;
        busyFrom_ = acknowledged_;
    }
    if (isIdle())
        busySince_ = {};
}

double Pacer::believed() const {
    const std::size_t window = shortestTripUs_ < kFarUs ? kNearWindow : kFarWindow;
    return static_cast<double>(window) / tripSeconds();
}

double Pacer::tripSeconds() const {
    return shortestTripUs_ / 1e6 + kQueueSeconds;
}

/// Without a queue the line may be faster than what went over it; with one, this is all it takes.
void Pacer::measured(double seen, const stream::Flow& flow) {
    const bool queued = flow.roundTripUs > flow.shortestTripUs + std::max(kQueueUs, flow.shortestTripUs / 4);
    const double most = seen * kTrust;
    if (queued)
        bytesPerSecond_ = (std::min(bytesPerSecond(), most) + seen) / 2;
    else
        bytesPerSecond_ = std::clamp(bytesPerSecond() * kGrowth, seen, std::max(most, believed()));
}

void Pacer::sent(std::uint64_t written, Time now) {
    turns_ = turnsAt(now) - 1;
    refilled_ = now;
    if (isIdle()) {
        busySince_ = now;
        busyFrom_ = acknowledged_;
    }
    written_ = written;
}

std::size_t Pacer::window() const {
    return static_cast<std::size_t>(std::clamp(bytesPerSecond() * tripSeconds(),
                                               static_cast<double>(kLeastWindow),
                                               static_cast<double>(kMostWindow)));
}

std::size_t Pacer::room(Time now) const {
    if (turnsAt(now) < 1 || underWay() >= window())
        return 0;
    const auto whole = static_cast<std::size_t>(bytesPerSecond() * kWholeSeconds);
    return std::max(
        {kLeastRoom, std::min(whole, kMostWindow), window() - static_cast<std::size_t>(underWay())});
}

double Pacer::turnsAt(Time now) const {
    return std::min(kBurst, turns_ + secondsOf(now - refilled_) * kTurnsPerSecond);
}

Pacer::Time Pacer::nextTurn(Time now) const {
    const double lacking = 1 - turnsAt(now);
    if (lacking <= 0)
        return now;
    // A little more, so that it is there when the time has come.
    return now + std::chrono::microseconds(static_cast<std::int64_t>(lacking * 1e6 / kTurnsPerSecond) + 2);
}

}  // namespace sesame::remote
