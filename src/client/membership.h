// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/crypto/identity.h"
#include "sesame/store/records.h"

#include <optional>
#include <string>
#include <vector>

/// Who is in a group, as its founder signed it. Pure; any thread.
namespace sesame::client {

using store::GroupId;

inline constexpr std::size_t kFewestMembers = 2;
inline constexpr std::size_t kMostMembers = 20;

struct Member {
    std::string handle;
    PublicIdentity key;
    bool operator==(const Member&) const = default;
};

struct Membership {
    ByteArray<16> seed{};
    PublicIdentity founder;
    std::uint64_t version = 1;  ///< rises with each change
    std::string name;
    std::vector<Member> members;  ///< the founder among them
    bool ended = false;
    std::int64_t madeMs = 0;

    /// Made of founder and seed: whoever else signs a list of members has another group.
    GroupId id() const;
    /// Null when it is nobody's in the list.
    const Member* find(const PublicIdentity& key) const;
    const Member* find(const std::string& handle) const;
    bool operator==(const Membership&) const = default;
};

/// As it travels and is stored: the exact bytes that were signed.
struct SignedMembership {
    Bytes membership;
    crypto::Signature signature{};
    bool operator==(const SignedMembership&) const = default;
};

SignedMembership sign(const Membership& membership, const crypto::Identity& founder);

/// Decodes and verifies. Malformed for unknown fields, wrong sizes, a name or handle that is none, fewer or
/// more members than may be, somebody who is there twice, or a founder who is not; Refused for a bad
/// signature.
Result<Membership> openMembership(const SignedMembership& signedMembership);

/// Names this version.
ByteArray<32> hashOf(const SignedMembership& signedMembership);

/// That a member left, said by that member.
crypto::Signature signLeave(const GroupId& group, std::uint64_t version, const crypto::Identity& member);
bool isLeave(const GroupId& group, std::uint64_t version, const PublicIdentity& member,
             const crypto::Signature& signature);

}  // namespace sesame::client
