// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/clock.h"

#include <QString>

namespace sesame::app::test {

/// Shows a page of the gallery about rule sets: "set-export", "set-import", "set-offer-0" to "set-offer-3"
/// (its steps), "set-question", "set-offers", "set-card". False: there is no such page.
bool showSetPage(const QString& page, const Clock& clock);

}  // namespace sesame::app::test
