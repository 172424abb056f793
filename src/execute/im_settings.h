// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/execute/dispatcher.h"

namespace sesame::execute {

/// Shows a settings page of this client, or changes one setting of the allow-list (S35).
class ImSettingsExecutor final : public Executor {
  public:
    explicit ImSettingsExecutor(const Machine& machine) : machine_(machine) {}
    Result<Resolution> resolve(const trigger::Command& command, std::stop_token stop) override;
    Outcome run(const consent::Grant& grant, std::stop_token stop) override;

  private:
    Result<consent::ResolvedTarget> target(const trigger::ImSettings& settings) const;

    const Machine& machine_;
};

}  // namespace sesame::execute
