// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace sesame::media {

/// All of it to standard output. False: nobody reads it any more.
bool writeOut(std::string_view bytes);

}  // namespace sesame::media
