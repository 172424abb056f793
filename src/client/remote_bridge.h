// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/hosted_side.h"

#include "sesame/execute/remote_port.h"

namespace sesame::client {

/// The executors' way to the help session on this computer. The screen is opened on their thread; everything
/// else is handed over to the client's.
class RemoteBridge final : public execute::RemotePort {
  public:
    RemoteBridge(const Environment& environment, Events& events)
        : environment_(environment), events_(events) {}

    /// In the client's thread. Null: there can be no session any more.
    void serve(HostedSide* side) { side_ = side; }

    Result<std::string> screen() const override;
    Status begin(const consent::Grant& grant) override;
    Status passClipboard(const consent::Grant& grant) override;

  private:
    Status withSide(const std::function<Status(HostedSide&)>& call) const;
    Status open(const consent::Grant& grant, remote::HostEvents events);

    const Environment& environment_;
    Events& events_;
    HostedSide* side_ = nullptr;
    mutable std::vector<desktop::Monitor> monitors_;  // of the screen, when it was last looked at
};

}  // namespace sesame::client
