// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/execute/dispatcher.h"

namespace sesame::execute {

/// Brings a program to the front, starting it if need be.
class LaunchProgramExecutor final : public Executor {
  public:
    static constexpr std::int64_t kWindowTimeMs = 10'000;

    explicit LaunchProgramExecutor(const Machine& machine) : machine_(machine) {}
    Result<Resolution> resolve(const trigger::Command& command, std::stop_token stop) override;
    Outcome run(const consent::Grant& grant, std::stop_token stop) override;

  private:
    using Window = desktop::Windows::Window;
    bool focusExisting(const desktop::InstalledProgram& program);
    Outcome startAndFocus(const desktop::InstalledProgram& program, const std::stop_token& stop);

    const Machine& machine_;
};

}  // namespace sesame::execute
