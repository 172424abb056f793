// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Files that hold rule sets, as dialogs name them.
namespace sesame::app {

QString setFileFilter();
/// With ".sesame-rules" at the end.
QString withSetSuffix(const QString& path);
/// Among the user's documents.
QString suggestedSetPath(const std::string& name);

}  // namespace sesame::app
