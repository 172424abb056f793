// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/ids.h"

namespace sesame {

/// What a hub compares in place of a phrase: a keyed hash (trigger::tagOf).
using PhraseTag = FixedId<struct PhraseTagTag, 32>;
/// Chosen at random by the helper's client: what a hub says in place of a rule.
using TagReference = FixedId<struct TagReferenceTag, 16>;

}  // namespace sesame
