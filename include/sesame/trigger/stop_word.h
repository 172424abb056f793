// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace sesame::trigger {

/// Whether a typed message calls for what runs now to end: "stop", "停", "please stop now", "stpo". Looser
/// than a match, since the only harm of a mistake is that help has to be asked for again. Pure; any thread.
bool isStopWord(std::string_view typed);

}  // namespace sesame::trigger
