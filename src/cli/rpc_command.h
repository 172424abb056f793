// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace sesame::cli {

/// `sesame-cli rpc`: one account, JSON-RPC 2.0 on standard input and output until standard input ends.
/// Returns the exit status of the program.
int runRpc(int argc, char** argv);

}  // namespace sesame::cli
