// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/clock.h"
#include "sesame/consent/grant.h"

#include <optional>

namespace sesame::consent {

/// What pressed Yes, as far as the desktop says.
enum class Press : std::uint8_t { Device, Program, Unknown };

/// What a helper who has had control of this computer may have left behind: a script that presses Yes later
/// (S25). Therefore the commands with the highest stakes wait until a minute after control has ended, and
/// from the first control on a Yes that a program pressed does not count. One thread.
class ControlTrace {
  public:
    static constexpr std::int64_t kLockMs = 60'000;

    explicit ControlTrace(const Clock& clock) : clock_(clock) {}

    /// This helper has control from now on.
    void began(const PublicIdentity& helper);
    void ended();
    /// Somebody had control before this program was started, on this computer and since it was; until then by
    /// the clock that counts from boot.
    void remember(std::int64_t lastBootMs);
    bool happened() const { return happened_; }

    /// The person at this computer uses a keyboard on the screen, which is a program.
    void setScreenKeyboard(bool used) { screenKeyboard_ = used; }

    /// Settings, and what opens this screen or its files to other people. The helper who has control may
    /// still be asked about.
    bool locks(const GrantScope& scope) const;
    bool refuses(Press press) const { return happened_ && !screenKeyboard_ && press == Press::Program; }

  private:
    const Clock& clock_;
    std::optional<PublicIdentity> controller_;
    bool happened_ = false;
    bool screenKeyboard_ = false;
    std::int64_t lastBootMs_ = 0;
};

}  // namespace sesame::consent
