// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/invitation_time.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>

namespace sesame::client {

std::string InvitationTime::bootIdOfThisMachine() {
    std::ifstream file("/proc/sys/kernel/random/boot_id");
    std::string id;
    std::getline(file, id);
    return id;
}

void InvitationTime::stamp(store::InvitationRecord& invitation) const {
    invitation.receivedMs = clock_.wallMs();
    invitation.receivedBootMs = clock_.bootMs();
    invitation.bootId = bootId_;
    invitation.expiresMs = std::min(invitation.expiresMs, invitation.receivedMs + kLifeMs);
}

bool InvitationTime::isOver(const store::InvitationRecord& invitation) const {
    const std::int64_t now = clock_.wallMs();
    if (now >= invitation.expiresMs || now < invitation.receivedMs - kJumpMs)
        return true;
    if (invitation.bootId.empty() || invitation.bootId != bootId_)
        return false;  // boot clocks of different boots do not compare
    const std::int64_t byWall = now - invitation.receivedMs;
    const std::int64_t byBoot = clock_.bootMs() - invitation.receivedBootMs;
    return byBoot >= kLifeMs || byBoot >= invitation.expiresMs - invitation.receivedMs ||
           std::llabs(byWall - byBoot) > kJumpMs;
}

}  // namespace sesame::client
