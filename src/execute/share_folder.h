// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/execute/dispatcher.h"

namespace sesame::execute {

/// Opens a folder or file to the helper, as far as the command goes.
class ShareFolderExecutor final : public Executor {
  public:
    explicit ShareFolderExecutor(const Machine& machine) : machine_(machine) {}
    Result<Resolution> resolve(const trigger::Command& command, std::stop_token stop) override;
    Outcome run(const consent::Grant& grant, std::stop_token stop) override;

  private:
    Result<Resolution> byPath(const std::string& path) const;
    Result<Resolution> byName(const std::string& name, const std::stop_token& stop) const;

    const Machine& machine_;
};

}  // namespace sesame::execute
