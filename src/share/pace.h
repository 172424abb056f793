// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/clock.h"
#include "sesame/share/transfer.h"

namespace sesame::share {

/// Tells where a transfer stands, not too often. One thread.
class Pace {
  public:
    static constexpr std::int64_t kEveryMs = 100;

    Pace(const Clock& clock, const TransferEvents& events) : clock_(clock), events_(events) {}

    void tell(const Progress& progress) {
        if (const std::int64_t now = clock_.bootMs(); now >= nextMs_) {
            nextMs_ = now + kEveryMs;
            tellNow(progress);
        }
    }
    void tellNow(const Progress& progress) {
        if (events_.progress && progress != told_)
            events_.progress(progress);
        told_ = progress;
    }

  private:
    const Clock& clock_;
    const TransferEvents& events_;
    std::int64_t nextMs_ = 0;
    Progress told_;
};

}  // namespace sesame::share
