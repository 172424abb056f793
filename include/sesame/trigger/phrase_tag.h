// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/tag.h"
#include "sesame/crypto/secret.h"

#include <optional>
#include <string_view>

namespace sesame::trigger {

/// What stands for a text where a hub compares it, which knows neither text nor key: BLAKE2b-256 under the
/// key of the two, over the handles of who writes and who reads and the text as normalise() makes it. Under
/// one key two texts have one tag exactly when the judge calls them equal. None for a text that matches
/// nothing. Pure; any thread.
std::optional<PhraseTag> tagOf(const crypto::Key& key, std::string_view from, std::string_view to,
                               std::string_view text);

}  // namespace sesame::trigger
