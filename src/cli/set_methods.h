// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/json_rpc.h"

#include "sesame/client/client.h"

namespace sesame::cli {

/// The methods of docs/cli.md about rule sets, "rules.export" to "offers.withdraw", and the notification
/// "offers.changed". All outlive it.
class SetMethods : public QObject {
  public:
    SetMethods(JsonRpc& rpc, client::Client& client);
};

}  // namespace sesame::cli
