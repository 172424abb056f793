// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/clock.h"

#include <QString>

namespace sesame::app::test {

/// Shows a page of the gallery about help sessions: "remote", "rise", "banner…", "goon", "viewer…", "rule".
/// False: there is no such page.
bool showHelpPage(const QString& page, const Clock& clock);

}  // namespace sesame::app::test
