// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/events.h"

#include "sesame/client/client.h"
#include "sesame/execute/share_port.h"
#include "sesame/share/shared_folder.h"

namespace sesame::client {

class AccountShares;

/// The executors' way to the shares of this computer. What is shared is opened on their thread; everything
/// else is handed over to the client's.
class ShareBridge final : public execute::SharePort {
  public:
    ShareBridge(const Environment& environment, Events& events, const std::string& ownData);

    /// In the client's thread. Null: there can be no share any more.
    void serve(AccountShares* shares) { shares_ = shares; }
    /// What of this computer is never shared.
    const share::Boundaries& boundaries() const { return boundaries_; }

    Result<consent::ResolvedTarget> find(const std::string& path) const override;
    Status begin(const consent::Grant& grant) override;

  private:
    const Environment& environment_;
    Events& events_;
    const share::Boundaries boundaries_;
    AccountShares* shares_ = nullptr;
};

}  // namespace sesame::client
