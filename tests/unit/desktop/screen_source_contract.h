// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/desktop/screen_source.h"

#include <gtest/gtest.h>

namespace sesame::test {

/// A desktop that a test can change, and sources that look at it.
class ScreenStage {
  public:
    virtual ~ScreenStage() = default;
    static constexpr desktop::Size kSize{640, 480};
    /// As wide and high as kSize at first.
    virtual Result<std::unique_ptr<desktop::ScreenSource>> open() = 0;
    /// What follows has happened, and is told to the sources, when the function returns.
    virtual void paint(desktop::Rect area, std::uint32_t colour) = 0;
    /// Nowhere larger than kSize.
    virtual void resize(desktop::Size size) = 0;
    /// Two monitors side by side, "left" and "right"; the left one is the primary.
    virtual void splitMonitors() = 0;
    /// Makes the cursor a solid black one.
    virtual void setCursor(desktop::Size size, desktop::Point hot) = 0;
    virtual void movePointer(desktop::Point at) = 0;
    virtual void vanish() = 0;
};

/// What every ScreenSource does. The parameter makes the stage.
class ScreenSourceContract : public testing::TestWithParam<std::unique_ptr<ScreenStage> (*)()> {
  protected:
    void SetUp() override;
    /// Polls whenever the descriptor says so, until `enough` likes what was told so far.
    template <typename Enough>
    bool pollUntil(Enough enough);
    void add(desktop::ScreenSource::Changes changes);
    std::uint32_t pixel(desktop::Point at) const;
    bool covered(const desktop::Rect& area) const;

    std::unique_ptr<ScreenStage> stage_;
    std::unique_ptr<desktop::ScreenSource> source_;
    desktop::ScreenSource::Changes told_;
};

}  // namespace sesame::test
