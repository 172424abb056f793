// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/clock.h"

#include <QString>

namespace sesame::app::test {

/// Shows a page of the gallery about shares: "share-browser", "share-look", "share-interrupted",
/// "share-ended", "share-many", "share-bars", "share-hosted", "share-left", "share-place", "share-rule",
/// "share-consent". False: there is no such page.
bool showSharePage(const QString& page, const Clock& clock);

}  // namespace sesame::app::test
