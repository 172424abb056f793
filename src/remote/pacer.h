// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/stream/stream.h"

#include <chrono>

namespace sesame::remote {

/// Says when the next update may go, and how large it may be. The first goes at once; then so many that the
/// line is full and nothing queues before it, and at most kUpdatesPerSecond. One thread.
class Pacer {
  public:
    using Time = std::chrono::steady_clock::time_point;
    static constexpr int kUpdatesPerSecond = 60;

    explicit Pacer(Time now) : refilled_(now) {}

    /// News of the stream's flow. `written`: bytes given to the stream so far, those that wait included.
    void flowed(const stream::Flow& flow, std::uint64_t written, Time now);
    /// An update has gone.
    void sent(std::uint64_t written, Time now);

    /// Bytes that may go now; 0: not before there is news of the flow, or before nextTurn().
    std::size_t room(Time now) const;
    /// When the number of updates no longer forbids one.
    Time nextTurn(Time now) const;

  private:
    static constexpr double kBurst = 3;
    void measured(double seen, const stream::Flow& flow);
    std::uint64_t underWay() const { return written_ - acknowledged_; }
    double bytesPerSecond() const { return bytesPerSecond_ > 0 ? bytesPerSecond_ : believed(); }
    double believed() const;
    double tripSeconds() const;
    std::size_t window() const;
    // The news of so little may take its time.
    bool isIdle() const { return underWay() <= stream::Stream::kUnhurried; }
    double turnsAt(Time now) const;

    std::uint64_t written_ = 0;
    std::uint64_t acknowledged_ = 0;
    std::uint32_t shortestTripUs_ = 0;
    // How fast the line takes bytes while it is never empty.
    Time busySince_{};
    std::uint64_t busyFrom_ = 0;
    double bytesPerSecond_ = 0;  // 0: not seen yet
    // Updates that may go: more come with time.
    double turns_ = kBurst;
    Time refilled_;
};

}  // namespace sesame::remote
