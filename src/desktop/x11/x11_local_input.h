// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/hand_motion.h"
#include "desktop/panic_keys.h"
#include "desktop/x11/x11_hands.h"

namespace sesame::desktop {

/// Watches what every device of an X11 desktop does, but for what our own sink injects. What other programs
/// inject counts as the person's own hands: an on-screen keyboard does it for them, and whatever else does it
/// only keeps the helper away. One thread.
///
/// Movements are measured by where the pointer is, since devices report lengths in units of their own. Where
/// the sink puts it meanwhile is the new start.
class X11LocalInput final : public LocalInput {
  public:
    explicit X11LocalInput(std::shared_ptr<X11Hands> hands);

    int descriptor() const override { return hands_->connection->descriptor(); }
    Result<std::vector<Act>> poll() override;
    bool wantsTick() const override { return panic_.waits(); }

  private:
    void note(const RawInput::Act& act);
    void noteKey(std::uint32_t key, bool down);
    void noteMotion(Point by);
    void followPointer();
    void add(Act act);

    std::shared_ptr<X11Hands> hands_;
    PanicKeys panic_;
    HandMotion motion_;
    MouseShake shake_;
    std::vector<Act> acts_;
    bool moved_ = false;
    Point pointer_;                   // where it was when we last knew
    std::optional<Point> startedAt_;  // where the sink put it since then, before we asked again
    xcb_query_pointer_cookie_t asked_{};
};

}  // namespace sesame::desktop
