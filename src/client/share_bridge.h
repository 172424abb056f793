// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/execute/share_port.h"
#include "sesame/share/shared_folder.h"

namespace sesame::client {

/// The executors' way to the shares of this computer.
class ShareBridge final : public execute::SharePort {
  public:
    explicit ShareBridge(const std::string& ownData);

    Result<consent::ResolvedTarget> find(const std::string& path) const override;
    Status begin(const consent::Grant& grant) override;

  private:
    share::Boundaries boundaries_;
};

}  // namespace sesame::client
