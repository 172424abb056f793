// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sesame::remote {

/// resources/private-windows.txt.
extern const char* const kPrivateWords;

}  // namespace sesame::remote
