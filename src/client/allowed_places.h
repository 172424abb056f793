// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace sesame::client {

/// The user's own folders for documents, music and the like, as far as they exist apart from the home folder.
QStringList usualPlaces();

}  // namespace sesame::client
