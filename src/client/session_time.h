// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/clock.h"

#include <cstdint>

namespace sesame::client {

/// When a help session asks whether to go on, and when its time is over (M17). Pure apart from its clock.
class SessionTime {
  public:
    static constexpr std::int64_t kMinuteMs = 60'000;
    static constexpr std::int64_t kLongestPeriodMs = 30 * kMinuteMs;
    static constexpr std::int64_t kAnswerMs = 5 * kMinuteMs;
    /// Asked so much before the granted time is over, since what is over cannot be prolonged.
    static constexpr std::int64_t kAheadMs = 2'000;

    SessionTime(const Clock& clock, std::uint32_t minutes);

    enum class Due : std::uint8_t { Nothing, Question, End };
    /// What is due now; Question once, from then on it is being asked.
    Due look();
    bool asking() const { return asking_; }
    /// The answer was Yes: at least another period from now.
    void goOn();

    std::int64_t periodMs() const { return periodMs_; }
    /// Until when it goes on, if nobody answers.
    std::int64_t leftMs() const;

  private:
    const Clock& clock_;
    std::int64_t periodMs_;
    std::int64_t limitBootMs_;  // until when the receiver has agreed
    std::int64_t askBootMs_;
    bool asking_ = false;
};

}  // namespace sesame::client
