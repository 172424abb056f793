// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sesame::desktop {

/// The path of another program of Sesame ("sesame-hub"): beside this one, else in $PATH. Nullopt if it is in
/// neither.
std::optional<std::string> ownProgram(std::string_view name);

}  // namespace sesame::desktop
