// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/result.h"

#include <string>
#include <vector>

namespace sesame::desktop {

/// Starts programs. argv[0] is looked up in PATH; no shell anywhere (I9). Any thread.
class Launcher {
  public:
    virtual ~Launcher() = default;
    /// Returns the process id once exec has succeeded. The child has its own session, no inherited
    /// descriptors, and the user's home as working directory.
    virtual Result<int> start(const std::vector<std::string>& argv) = 0;
};

}  // namespace sesame::desktop
