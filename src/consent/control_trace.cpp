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
    // A session or a share, which whoever has control may ask for as well.
    const bool lasts = trigger::minutesOf(scope.command) != nullptr;
    if (!happened_ || (!lasts && !std::holds_alternative<trigger::ImSettings>(scope.command)))
        return false;
    if (controller_)
        return !lasts || scope.helper != *controller_;
    return clock_.bootMs() < lastBootMs_ + kLockMs;
}

}  // namespace sesame::consent
