// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stream/round_trip.h"

#include <algorithm>

namespace sesame::stream {
namespace {

constexpr std::size_t kMostMarks = 64;
constexpr auto kSpan = std::chrono::seconds(10);

}  // namespace

void RoundTrip::sent(std::uint64_t total, Time now) {
    if (marks_.size() == kMostMarks)
        marks_.pop_back();  // the latest counts
    marks_.push_back({total, now});
}

bool RoundTrip::acknowledged(std::uint64_t total, std::uint32_t heldUs, Time now) {
    Time at{};
    while (!marks_.empty() && marks_.front().total <= total) {
        at = marks_.front().at;
        marks_.pop_front();
    }
    if (at == Time{})
        return false;
    const auto passed = std::chrono::duration_cast<std::chrono::microseconds>(now - at).count() - heldUs;
    latestUs_ = static_cast<std::uint32_t>(std::clamp<std::int64_t>(passed, 1, 60'000'000));
    if (now - spanStart_ > kSpan) {
        shortest_[1] = shortest_[0];
        shortest_[0] = latestUs_;
        spanStart_ = now;
    }
    shortest_[0] = std::min(shortest_[0], latestUs_);
    return true;
}

std::uint32_t RoundTrip::shortestUs() const {
    return shortest_[1] == 0 ? shortest_[0] : std::min(shortest_[0], shortest_[1]);
}

}  // namespace sesame::stream
