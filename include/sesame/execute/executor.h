// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/result.h"
#include "sesame/consent/grant.h"

#include <stop_token>
#include <variant>
#include <vector>

namespace sesame::execute {

enum class OutcomeKind : std::uint8_t { Started, Focused, Changed, NotFound, Refused, Failed, Expired };
const char* name(OutcomeKind kind);

struct Outcome {
    OutcomeKind kind = OutcomeKind::Failed;
    std::string target;  ///< short name for the chat: program, file or setting
    std::string detail;  ///< for the audit log; never for the helper
};

/// What a command means on this machine, now.
struct Resolution {
    /// One: show it in the dialog. Several: the receiver chooses one first. None: say so.
    std::vector<consent::ResolvedTarget> targets;
    bool cutShort = false;  ///< the bounded search stopped at its limit
};

/// One per command type. resolve() and run() may take seconds: call them off the GUI thread, one at a time.
class Executor {
  public:
    virtual ~Executor() = default;
    virtual Result<Resolution> resolve(const trigger::Command& command, std::stop_token stop) = 0;
    /// Uses up the grant, checks that the target is still what was shown (I2), runs it. Never throws, always
    /// answers.
    virtual Outcome run(const consent::Grant& grant, std::stop_token stop) = 0;
};

}  // namespace sesame::execute
