// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/json_rpc.h"

#include "sesame/client/client.h"
#include "sesame/client/help_sessions.h"

#include <set>

namespace sesame::cli {

/// The methods "sessions.…" of docs/cli.md and the notifications "session.…". All outlive it.
class SessionMethods : public QObject {
  public:
    SessionMethods(JsonRpc& rpc, client::Client& client, client::HelpSessions& sessions);

  private:
    void addReceiverMethods();
    void addHelperMethods();
    void addHands();
    void addClipboard();
    void forwardNotifications();

    JsonRpc& rpc_;
    client::Client& client_;
    client::HelpSessions& sessions_;
    std::set<client::ContactId> watched_;  // whose new pictures are told one by one
};

}  // namespace sesame::cli
