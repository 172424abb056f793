// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/execute/executor.h"

#include <optional>

namespace sesame::execute {

/// Uses up the grant. The outcome when that fails, or when it is for another type of command or for no
/// target; nothing runs then (I4). `target` is the short name for the chat.
template <typename CommandType>
std::optional<Outcome> refusal(const consent::Grant& grant, const Clock& clock, const std::string& target) {
    if (!std::holds_alternative<CommandType>(grant.scope().command))
        return Outcome{OutcomeKind::Refused, target, "the grant is for another type of command"};
    if (!grant.use(clock))
        return Outcome{OutcomeKind::Expired, target, "the grant is used up or too old"};
    if (grant.scope().target.reference.empty())
        return Outcome{OutcomeKind::NotFound, target, "nothing on this machine was shown for it"};
    return std::nullopt;
}

/// The outcome for a target that can no longer be read.
Outcome failureOf(const Error& error, const std::string& target);

}  // namespace sesame::execute
