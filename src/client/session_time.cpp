// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session_time.h"

#include <algorithm>

namespace sesame::client {

SessionTime::SessionTime(const Clock& clock, std::uint32_t minutes)
    : clock_(clock),
      periodMs_(std::min<std::int64_t>(minutes * kMinuteMs, kLongestPeriodMs)),
      limitBootMs_(clock.bootMs() + minutes * kMinuteMs),
      askBootMs_(std::min(clock.bootMs() + periodMs_, limitBootMs_ - kAheadMs)) {
}

SessionTime::Due SessionTime::look() {
    const std::int64_t now = clock_.bootMs();
    if (asking_)
        return now >= askBootMs_ + kAnswerMs ? Due::End : Due::Nothing;
    if (now < askBootMs_)
        return Due::Nothing;
    if (now >= askBootMs_ + kAheadMs + kAnswerMs)
        return Due::End;  // nobody was there to be asked
    asking_ = true;
    askBootMs_ = now;
    return Due::Question;
}

void SessionTime::goOn() {
    const std::int64_t now = clock_.bootMs();
    asking_ = false;
    limitBootMs_ = std::max(limitBootMs_, now + periodMs_);
    askBootMs_ = std::min(now + periodMs_, limitBootMs_ - kAheadMs);
}

std::int64_t SessionTime::leftMs() const {
    const std::int64_t end = asking_ ? askBootMs_ + kAnswerMs : limitBootMs_;
    return std::max<std::int64_t>(0, end - clock_.bootMs());
}

}  // namespace sesame::client
