// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/server_check.h"

#include <vector>

namespace sesame::remote {

/// Which pixels of the picture are not as the host sent them without loss. One thread.
class LossMap {
  public:
    void resize(desktop::Size size);
    void paint(const ServerCheck::Painted& painted);
    bool exact();

  private:
    bool anyLossIn(const desktop::Rect& area) const;
    void fill(const desktop::Rect& area, bool lossy);

    desktop::Size size_{};
    std::vector<bool> lossy_{};
    bool exact_ = true;  // false: perhaps
};

}  // namespace sesame::remote
