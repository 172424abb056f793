// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QMimeData;

namespace sesame::app {

/// Paths of the files of this computer that were dropped or pasted.
QStringList givenFiles(const QMimeData* data);

}  // namespace sesame::app
