// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/result.h"
#include "sesame/trigger/command.h"

namespace sesame::wire::pb {
class Command;
}

/// Commands as they travel. Pure; any thread.
namespace sesame::trigger {

void encodeCommand(const Command& command, wire::pb::Command& out);

/// Malformed for a kind, a level or a field that this version does not know (S46), and for a target that is
/// not a legal one.
Result<Command> decodeCommand(const wire::pb::Command& in);

}  // namespace sesame::trigger
