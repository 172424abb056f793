// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/trigger/media_print.h"

namespace sesame::trigger {

/// Items that say something: equal ones in a row, as silence and a held tone give, count once.
std::size_t tellingItems(const SoundPrint& sound);
MatchKind matchSounds(const SoundPrint& rule, const SoundPrint& sent, std::size_t leastOverlap);

}  // namespace sesame::trigger
