// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/execute/dispatcher.h"

namespace sesame::execute {

/// Shows this screen to the helper, as far as the command goes.
class RemoteControlExecutor final : public Executor {
  public:
    explicit RemoteControlExecutor(const Machine& machine) : machine_(machine) {}
    Result<Resolution> resolve(const trigger::Command& command, std::stop_token stop) override;
    Outcome run(const consent::Grant& grant, std::stop_token stop) override;

  private:
    Result<consent::ResolvedTarget> target() const;

    const Machine& machine_;
};

}  // namespace sesame::execute
