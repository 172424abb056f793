// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/sent_secret.h"

#include "sesame/base/tag.h"

#include <vector>

namespace sesame::wire::pb {
class HubKey;
}  // namespace sesame::wire::pb

/// What helper and receiver share about rules that are judged at the hub, as values. Pure; any thread.
namespace sesame::client {

/// What the hub will say in place of a rule.
struct HubMark {
    TagReference reference;
    RuleHash rule;
    bool operator==(const HubMark&) const = default;
};

/// From the helper: with this key, which the hub never has, phrases become tags (trigger::tagOf).
struct HubKeyContent {
    std::uint64_t epoch = 0;  ///< rises with each key
    SentSecret key;
    std::vector<HubMark> marks;  ///< none: nothing is judged at the hub any more
    bool operator==(const HubKeyContent&) const = default;
};

void write(const HubKeyContent& in, wire::pb::HubKey& out);
/// Malformed for wrong sizes, more marks than a helper has rules, or one that is there twice.
Result<HubKeyContent> read(const wire::pb::HubKey& in);

}  // namespace sesame::client
