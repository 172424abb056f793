// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fake_clock.h"

#include "sesame/consent/gate.h"

namespace sesame::test {

inline PublicIdentity identity(unsigned char number) {
    PublicIdentity out;
    out.value.fill(static_cast<std::byte>(number));
    return out;
}

inline consent::GrantScope scopeFor(trigger::Command command, consent::ResolvedTarget target,
                                    unsigned char helper = 1) {
    consent::GrantScope scope;
    scope.helper = identity(helper);
    scope.receiver = identity(2);
    scope.command = std::move(command);
    scope.target = std::move(target);
    return scope;
}

/// To see or operate this screen.
inline consent::GrantScope screenScopeFor(trigger::RemoteControl command, unsigned char helper = 1) {
    return scopeFor(command, {"1280×800", std::string(consent::kScreenTarget), "1280×800"}, helper);
}

/// A grant the only way there is: asked, seen, waited for, answered.
inline consent::Grant grantFor(FakeClock& clock, consent::GrantScope scope) {
    consent::Gate gate(clock);
    gate.offer(std::move(scope));
    gate.shownAnew();
    clock.advance(consent::Gate::kInertMs);
    return *gate.yes();
}

}  // namespace sesame::test
