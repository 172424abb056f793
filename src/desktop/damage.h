// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/desktop/geometry.h"

#include <vector>

namespace sesame::desktop {

/// What changed on a screen, collapsed into a few rectangles that do not overlap. They may cover more than
/// was added, never less.
class Damage {
  public:
    /// More than this many are merged where it costs the fewest pixels.
    static constexpr std::size_t kMost = 32;

    void add(Rect area);
    bool isEmpty() const { return areas_.empty(); }
    /// What was added since the last call, as far as it is inside `bounds`.
    std::vector<Rect> take(const Rect& bounds);

  private:
    std::vector<Rect> areas_;
};

}  // namespace sesame::desktop
