// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sesame::app {

/// "system", "en" or "zh_CN"; anything else is the system's. Takes effect for every text made afterwards.
void applyLanguage(const QString& language);

}  // namespace sesame::app
