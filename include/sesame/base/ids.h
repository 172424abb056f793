// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/bytes.h"

#include <compare>
#include <functional>

namespace sesame {

/// A fixed-size identifier that cannot be mixed up with another kind of the same size.
template <typename Tag, std::size_t N>
struct FixedId {
    static constexpr std::size_t kSize = N;
    ByteArray<N> value{};

    auto operator<=>(const FixedId&) const = default;
    ByteView view() const { return value; }
    std::string hex() const { return toHex(value); }
    static Result<FixedId> from(ByteView bytes) {
        SESAME_TRY_ASSIGN(auto array, toArray<N>(bytes));
        return FixedId{array};
    }
};

/// Chosen at random by the sender; the same on both sides and on the hub.
using MessageId = FixedId<struct MessageIdTag, 16>;
/// Chosen at random by the helper when a rule is made; stays the same over its versions.
using RuleId = FixedId<struct RuleIdTag, 16>;
/// BLAKE2b-256 of a rule's signed bytes: names one version of one rule.
using RuleHash = FixedId<struct RuleHashTag, 32>;
/// BLAKE2b-256 of a wish as its receiver's client sent it: names its words, its command and its message id.
using WishHash = FixedId<struct WishHashTag, 32>;
/// Ed25519 public key: who somebody is.
using PublicIdentity = FixedId<struct PublicIdentityTag, 32>;
/// Chosen at random by the receiver's client: one help session, from its start to its end.
using SessionId = FixedId<struct SessionIdTag, 16>;
/// Where two clients meet at the hub's relay; known to both and to the hub.
using StreamId = FixedId<struct StreamIdTag, 16>;

}  // namespace sesame

template <typename Tag, std::size_t N>
struct std::hash<sesame::FixedId<Tag, N>> {
    // Ids are random or hashes, so their first bytes already are a good hash.
    std::size_t operator()(const sesame::FixedId<Tag, N>& id) const noexcept {
        std::size_t out = 0;
        std::copy_n(id.value.begin(), sizeof out, reinterpret_cast<std::byte*>(&out));
        return out;
    }
};
