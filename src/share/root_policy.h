// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/share/shared_folder.h"

namespace sesame::share {

/// Whether an absolute path without links may be shared, by its text alone (S33, M38): nothing that holds a
/// whole home or a secret place, nothing inside one, and none of the system's own places.
Status checkRoot(const std::string& path, const Boundaries& boundaries);

}  // namespace sesame::share
