// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>

namespace sesame::hub {

/// So many a second, with a store of unused ones for bursts.
struct Rate {
    double perSecond = 0;
    double burst = 0;
};

/// Token bucket. The caller brings the time. One thread.
class TokenBucket {
  public:
    TokenBucket(Rate rate, std::int64_t nowMs) : rate_(rate), tokens_(rate.burst), filledMs_(nowMs) {}

    /// True and taken, or false and nothing taken.
    bool take(double tokens, std::int64_t nowMs) {
        fill(nowMs);
        if (tokens_ < tokens)
            return false;
        tokens_ -= tokens;
        return true;
    }

    /// How long until `tokens` are there.
    std::int64_t waitMs(double tokens) const {
        return std::max<std::int64_t>(
            1, static_cast<std::int64_t>((tokens - tokens_) * 1'000.0 / rate_.perSecond) + 1);
    }

    bool isFull(std::int64_t nowMs) {
        fill(nowMs);
        return tokens_ >= rate_.burst;
    }

  private:
    void fill(std::int64_t nowMs) {
        tokens_ = std::min(rate_.burst,
                           tokens_ + static_cast<double>(nowMs - filledMs_) * rate_.perSecond / 1'000.0);
        filledMs_ = nowMs;
    }

    Rate rate_;
    double tokens_;
    std::int64_t filledMs_;
};

}  // namespace sesame::hub
