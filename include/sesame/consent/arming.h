// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/clock.h"

#include <cstdint>
#include <optional>

namespace sesame::consent {

/// Whether a Yes is alive (I3). The window with the question reports what happens to it and asks; it never
/// trusts its own timers. One thread.
class Arming {
  public:
    static constexpr std::int64_t kInertMs = 1500;  ///< Yes is dead this long after it was last shown anew
    static constexpr std::int64_t kQuietMs = 700;   ///< and until this long without any input

    virtual ~Arming() = default;
    /// The window is on screen, seen for the first time, moved, resized, uncovered or focused: the delay
    /// starts again (M4).
    virtual void shownAnew() = 0;
    /// The window is covered, minimised or on another workspace: Yes is dead until shownAnew().
    virtual void hidden() = 0;
    /// Any key or pointer button, anywhere in this client, while the question is open; but not the press on
    /// an armed Yes itself.
    virtual void input() = 0;
    /// Milliseconds until Yes is alive; 0 when it is, nullopt when there is no visible question.
    virtual std::optional<std::int64_t> untilArmed() const = 0;
};

/// The arming of one question.
class CalmPress final : public Arming {
  public:
    explicit CalmPress(const Clock& clock) : clock_(&clock) {}
    void shownAnew() override { shownBootMs_ = clock_->bootMs(); }
    void hidden() override { shownBootMs_.reset(); }
    void input() override { inputBootMs_ = clock_->bootMs(); }
    std::optional<std::int64_t> untilArmed() const override;
    bool visible() const { return shownBootMs_.has_value(); }

  private:
    const Clock* clock_;
    std::optional<std::int64_t> shownBootMs_;
    std::optional<std::int64_t> inputBootMs_;
};

}  // namespace sesame::consent
