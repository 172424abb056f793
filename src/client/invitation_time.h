// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/clock.h"
#include "sesame/store/records.h"

#include <string>

namespace sesame::client {

/// When an invitation is over, on both clocks (S38). Pure apart from the clock it is given.
class InvitationTime {
  public:
    static constexpr std::int64_t kLifeMs = 24LL * 3600 * 1000;
    static constexpr std::int64_t kJumpMs = 2LL * 60 * 1000;

    InvitationTime(const Clock& clock, std::string bootId) : clock_(clock), bootId_(std::move(bootId)) {}

    /// Notes now as the time of arrival; the earlier of the given end and our own limit counts.
    void stamp(store::InvitationRecord& invitation) const;
    /// Over on either clock, or somebody has set the wall clock since it came.
    bool isOver(const store::InvitationRecord& invitation) const;

    /// Changes with every start of the machine.
    static std::string bootIdOfThisMachine();

  private:
    const Clock& clock_;
    std::string bootId_;
};

}  // namespace sesame::client
