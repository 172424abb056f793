// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/descriptor.h"

#include <functional>
#include <string>

namespace sesame::share {

/// Calls `visit` with the name of everything in an open folder of our own but "." and "..".
void forEachName(const Descriptor& folder, const std::function<void(const std::string&)>& visit);

}  // namespace sesame::share
