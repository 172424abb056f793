// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>

namespace sesame::stream {

/// Measures round trips from what was sent when, and when it was acknowledged. One thread.
class RoundTrip {
  public:
    using Time = std::chrono::steady_clock::time_point;

    void sent(std::uint64_t total, Time now);
    /// `heldUs`: how long the other side kept the news to itself. True if there is a new figure.
    bool acknowledged(std::uint64_t total, std::uint32_t heldUs, Time now);

    std::uint32_t latestUs() const { return latestUs_; }
    /// Of the last 10 to 20 seconds.
    std::uint32_t shortestUs() const;

  private:
    struct Mark {
        std::uint64_t total;
        Time at;
    };
    std::deque<Mark> marks_;
    std::uint32_t latestUs_ = 0;
    std::uint32_t shortest_[2] = {0, 0};  // of this span, and of the one before
    Time spanStart_{};
};

}  // namespace sesame::stream
