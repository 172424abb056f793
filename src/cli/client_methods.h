// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/json_rpc.h"

#include "sesame/client/client.h"

namespace sesame::cli {

/// Registers every method of docs/cli.md that acts on `client`; both outlive the registration.
void addClientMethods(JsonRpc& rpc, client::Client& client);

}  // namespace sesame::cli
