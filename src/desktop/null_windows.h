// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/desktop/windows.h"

namespace sesame::desktop {

/// For desktops that tell nobody about their windows.
class NullWindows final : public Windows {
  public:
    std::vector<Window> list() const override { return {}; }
    Status activate(const Window&) override {
        return Error{ErrorCode::Unavailable, "this desktop does not list windows"};
    }
};

}  // namespace sesame::desktop
