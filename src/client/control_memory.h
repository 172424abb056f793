// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/ledger.h"

#include "sesame/consent/control_trace.h"

namespace sesame::client {

/// Remembers over restarts of this program that a helper has had control since this machine started (S25).
/// One thread.
class ControlMemory {
  public:
    ControlMemory(Ledger& ledger, consent::ControlTrace& trace, const Clock& clock, std::string bootId)
        : ledger_(ledger), trace_(trace), clock_(clock), bootId_(std::move(bootId)) {}

    /// At start.
    void load();
    /// Remembered before the control is there.
    Status began(const PublicIdentity& helper);
    void ended();

  private:
    Status store();

    Ledger& ledger_;
    consent::ControlTrace& trace_;
    const Clock& clock_;
    std::string bootId_;
    bool running_ = false;
};

}  // namespace sesame::client
