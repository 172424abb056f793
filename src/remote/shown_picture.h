// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/desktop/screen_source.h"

#include <functional>
#include <mutex>
#include <vector>

namespace sesame::remote {

/// Two copies of the picture: one that is decoded into, and one that others look at, which changes from one
/// whole update to the next. Only what an update has painted is copied. The first is for one thread, read()
/// for any.
class ShownPicture {
  public:
    /// What is decoded into: row by row without gaps. Keeps the picture when the size is the same.
    std::uint32_t* reserve(desktop::Size size);
    std::uint32_t* pixels() { return next_.data(); }
    desktop::Size size() const { return nextSize_; }

    /// An update is whole and painted these areas. True when the size is another one than before.
    bool publish(const std::vector<desktop::Rect>& areas);
    void read(const std::function<void(const desktop::Pixels&)>& reader) const;

  private:
    void copyRows(const desktop::Rect& area);

    std::vector<std::uint32_t> next_{};
    desktop::Size nextSize_{};
    mutable std::mutex mutex_{};
    std::vector<std::uint32_t> shown_{};
    desktop::Size shownSize_{};
};

}  // namespace sesame::remote
