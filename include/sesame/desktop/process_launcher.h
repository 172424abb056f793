// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/desktop/launcher.h"

namespace sesame::desktop {

/// Starts real processes. The started program is nobody's child here: it outlives this one and is never a
/// zombie of it.
class ProcessLauncher final : public Launcher {
  public:
    Result<int> start(const std::vector<std::string>& argv) override;
};

}  // namespace sesame::desktop
