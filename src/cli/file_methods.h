// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/json_rpc.h"

#include "sesame/client/client.h"

namespace sesame::cli {

/// The methods "files.…" of docs/cli.md and the notification "file.progress". All outlive it.
class FileMethods : public QObject {
  public:
    FileMethods(JsonRpc& rpc, client::Client& client);
};

}  // namespace sesame::cli
