// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/json_rpc.h"

#include "sesame/client/client.h"

namespace sesame::cli {

/// The methods of docs/cli.md about groups, "groups.found" to "groups.meet", and their notifications. All
/// outlive it.
class GroupMethods : public QObject {
  public:
    GroupMethods(JsonRpc& rpc, client::Client& client);

  private:
    void addFounding(JsonRpc& rpc);
    void addTalk(JsonRpc& rpc);
    void addMeeting(JsonRpc& rpc);

    client::Client& client_;
    client::Groups& groups_;
};

}  // namespace sesame::cli
