// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace sesame::remote {

/// Whether a window with this title and class is one that a helper has no business with: a bank, a password
/// manager, a keyring or an administrator's prompt (S30). Chinese and English; from
/// resources/private-windows.txt. Pure; any thread.
bool isPrivateWindow(std::string_view title, std::string_view windowClass);

}  // namespace sesame::remote
