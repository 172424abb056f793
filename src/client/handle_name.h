// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/crypto/random.h"

#include <QString>

namespace sesame::client {

/// A handle for somebody of this name: Latin letters of it (Chinese in pinyin), then a random end so that it
/// is free and cannot be guessed from the name alone.
QString makeHandle(const QString& name, crypto::Random& random);

}  // namespace sesame::client
