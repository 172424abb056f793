// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/trigger/phrase_tag.h"

#include "sesame/crypto/hash.h"
#include "sesame/trigger/phrase.h"

namespace sesame::trigger {
namespace {

constexpr std::string_view kLabel = "sesame phrase tag v1";

}  // namespace

std::optional<PhraseTag> tagOf(const crypto::Key& key, std::string_view from, std::string_view to,
                               std::string_view text) {
    const std::string normalised = normalise(text);
    if (normalised.empty())
        return std::nullopt;
    // No handle has a zero in it, and the text comes last: no two inputs look alike.
    std::string all;
    for (const std::string_view part : {kLabel, from, to}) {
        all += part;
        all += '\0';
    }
    all += normalised;
    return PhraseTag{crypto::keyedHash(key.view(), asBytes(all))};
}

}  // namespace sesame::trigger
