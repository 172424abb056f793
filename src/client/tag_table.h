// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/hub_key.h"

#include "sesame/crypto/random.h"
#include "sesame/trigger/judge.h"

namespace sesame::client {

/// What one helper has the hub recognise of one receiver, for one epoch. Pure; any thread.
struct TagTable {
    struct Row {
        PhraseTag tag;
        TagReference reference;
        bool operator==(const Row&) const = default;
    };
    HubKeyContent told;     ///< for the receiver
    std::vector<Row> rows;  ///< for the hub: in no order, and with rows that stand for nothing
    bool operator==(const TagTable&) const = default;
};

/// The number of rows is a multiple of this, so that the hub does not learn that of the rules.
inline constexpr std::size_t kTagRowsStep = 16;

/// With a key and references of its own, so that the hub cannot tell what it has in common with another one.
TagTable makeTagTable(const std::vector<trigger::Candidate>& rules, std::uint64_t epoch,
                      std::string_view receiver, std::string_view helper, crypto::Random& random);

/// Is it about these rules, in these versions?
bool isAbout(const TagTable& table, const std::vector<trigger::Candidate>& rules);

Bytes encode(const TagTable& table);
Result<TagTable> decodeTagTable(ByteView bytes);

}  // namespace sesame::client
