// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/consent/control_trace.h"

namespace sesame::consent {

void ControlTrace::began(const PublicIdentity& helper) {
    controller_ = helper;
    happened_ = true;
}

void ControlTrace::ended() {
    if (!controller_)
        return;
    controller_.reset();
    lastBootMs_ = clock_.bootMs();
}

void ControlTrace::remember(std::int64_t lastBootMs) {
    happened_ = true;
    lastBootMs_ = lastBootMs;
}

bool ControlTrace::locks(const GrantScope& scope) const {
    const bool remote = std::holds_alternative<trigger::RemoteControl>(scope.command);
    if (!happened_ || (!remote && !std::holds_alternative<trigger::ImSettings>(scope.command)))
        return false;
    if (controller_)
        return !remote || scope.helper != *controller_;
    return clock_.bootMs() < lastBootMs_ + kLockMs;
}

}  // namespace sesame::consent
