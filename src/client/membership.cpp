// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/membership.h"

#include "client/qt_text.h"
#include "group.pb.h"

#include "sesame/client/invitation_link.h"
#include "sesame/client/plain_text.h"
#include "sesame/crypto/hash.h"
#include "sesame/wire/frame.h"

#include <algorithm>
#include <set>

namespace sesame::client {
namespace {

namespace pb = wire::pb;

constexpr std::string_view kGroupContext = "sesame group v1";
constexpr std::string_view kLeaveContext = "sesame group leave v1";
constexpr std::size_t kLongestMembership = 8UL * 1024;

// A signed field that this version does not know could mean anything (S46).
bool hasUnknownFields(const pb::Membership& in) {
    return !in.GetReflection()->GetUnknownFields(in).empty() ||
           std::any_of(in.members().begin(), in.members().end(), [](const auto& member) {
               return !member.GetReflection()->GetUnknownFields(member).empty();
           });
}

Status readMembers(const pb::Membership& in, Membership& out) {
    std::set<PublicIdentity> keys;
    std::set<std::string> handles;
    for (const auto& one : in.members()) {
        Member member{one.handle(), {}};
        SESAME_TRY_ASSIGN(member.key, PublicIdentity::from(asBytes(one.key())));
        if (!isHandle(toQt(member.handle)))
            return Error{ErrorCode::Malformed, "a member without a handle"};
        if (!keys.insert(member.key).second || !handles.insert(member.handle).second)
            return Error{ErrorCode::Malformed, "a member who is there twice"};
        out.members.push_back(std::move(member));
    }
    if (out.members.size() < kFewestMembers || out.members.size() > kMostMembers)
        return Error{ErrorCode::Malformed, "too few members, or too many"};
    if (!keys.contains(out.founder))
        return Error{ErrorCode::Malformed, "a founder who is no member"};
    return {};
}

Result<Membership> readMembership(const pb::Membership& in) {
    Membership out;
    SESAME_TRY_ASSIGN(out.seed, toArray<16>(asBytes(in.seed())));
    SESAME_TRY_ASSIGN(out.founder, PublicIdentity::from(asBytes(in.founder_key())));
    out.version = in.version();
    out.name = in.name();
    out.ended = in.ended();
    out.madeMs = in.made_ms();
    if (out.version == 0 || out.version > INT64_MAX || out.madeMs < 0)
        return Error{ErrorCode::Malformed, "a list of members with impossible numbers"};
    if (!isPlainName(toQt(out.name)))
        return Error{ErrorCode::Malformed, "the name of a group is not plain"};
    SESAME_TRY(readMembers(in, out));
    return out;
}

Bytes leaveBytes(const GroupId& group, std::uint64_t version) {
    Bytes out(group.value.begin(), group.value.end());
    for (int shift = 0; shift < 64; shift += 8)
        out.push_back(static_cast<std::byte>(version >> shift));
    return out;
}

}  // namespace

GroupId Membership::id() const {
    Bytes named = toBytes(asBytes(kGroupContext));
    named.insert(named.end(), founder.value.begin(), founder.value.end());
    named.insert(named.end(), seed.begin(), seed.end());
    GroupId out;
    std::copy_n(crypto::hash(named).begin(), out.value.size(), out.value.begin());
    return out;
}

const Member* Membership::find(const PublicIdentity& key) const {
    const auto found =
        std::find_if(members.begin(), members.end(), [&](const Member& one) { return one.key == key; });
    return found == members.end() ? nullptr : &*found;
}

const Member* Membership::find(const std::string& handle) const {
    const auto found =
        std::find_if(members.begin(), members.end(), [&](const Member& one) { return one.handle == handle; });
    return found == members.end() ? nullptr : &*found;
}

SignedMembership sign(const Membership& membership, const crypto::Identity& founder) {
    SESAME_ASSERT(membership.founder == founder.publicKey());
    pb::Membership out;
    out.set_seed(toString(membership.seed));
    out.set_founder_key(toString(membership.founder.view()));
    out.set_version(membership.version);
    out.set_name(membership.name);
    for (const Member& member : membership.members) {
        auto& one = *out.add_members();
        one.set_handle(member.handle);
        one.set_key(toString(member.key.view()));
    }
    out.set_ended(membership.ended);
    out.set_made_ms(membership.madeMs);
    SignedMembership done{wire::serialise(out), {}};
    done.signature = founder.sign(kGroupContext, done.membership);
    return done;
}

Result<Membership> openMembership(const SignedMembership& signedMembership) {
    pb::Membership parsed;
    SESAME_TRY(wire::parse(signedMembership.membership, parsed, kLongestMembership));
    if (hasUnknownFields(parsed))
        return Error{ErrorCode::Malformed, "a list of members with unknown fields"};
    SESAME_TRY_ASSIGN(Membership out, readMembership(parsed));
    if (!crypto::verify(out.founder, kGroupContext, signedMembership.membership, signedMembership.signature))
        return Error{ErrorCode::Refused, "signature is not by the founder"};
    return out;
}

ByteArray<32> hashOf(const SignedMembership& signedMembership) {
    return crypto::hash(signedMembership.membership);
}

crypto::Signature signLeave(const GroupId& group, std::uint64_t version, const crypto::Identity& member) {
    return member.sign(kLeaveContext, leaveBytes(group, version));
}

bool isLeave(const GroupId& group, std::uint64_t version, const PublicIdentity& member,
             const crypto::Signature& signature) {
    return crypto::verify(member, kLeaveContext, leaveBytes(group, version), signature);
}

}  // namespace sesame::client
