// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/group_content_codec.h"

#include "content.pb.h"

#include "sesame/wire/limits.h"

namespace sesame::client {
namespace {

namespace pb = wire::pb;

static_assert(static_cast<int>(GroupAnswerContent::Answer::Declined) == pb::GroupAnswer::DECLINED);

}  // namespace

void write(const trigger::SignedRule& in, pb::SignedRule& out) {
    out.set_rule(toString(in.rule));
    out.set_signature(toString(in.signature));
}

Result<trigger::SignedRule> readRule(const pb::SignedRule& in) {
    trigger::SignedRule out;
    out.rule = toBytes(asBytes(in.rule()));
    SESAME_TRY_ASSIGN(out.signature, toArray<64>(asBytes(in.signature())));
    return out;
}

void write(const GroupMembershipContent& in, pb::Content& out) {
    out.mutable_group_membership()->set_membership(toString(in.membership.membership));
    out.mutable_group_membership()->set_signature(toString(in.membership.signature));
}
void write(const GroupAnswerContent& in, pb::Content& out) {
    out.mutable_group_answer()->set_group_id(toString(in.group.view()));
    out.mutable_group_answer()->set_answer(static_cast<pb::GroupAnswer::Answer>(in.answer));
}
void write(const GroupTextContent& in, pb::Content& out) {
    auto& text = *out.mutable_group_text();
    text.set_group_id(toString(in.group.view()));
    text.set_version(in.version);
    text.set_membership_hash(toString(in.membershipHash));
    text.set_text_id(toString(in.textId.view()));
    text.set_text(in.text);
}
void write(const GroupLeaveContent& in, pb::Content& out) {
    auto& leave = *out.mutable_group_leave();
    leave.set_group_id(toString(in.group.view()));
    leave.set_version(in.version);
    leave.set_signature(toString(in.signature));
}
void write(const GroupInvitationContent& in, pb::Content& out) {
    auto& invitation = *out.mutable_group_invitation();
    invitation.set_group_id(toString(in.group.view()));
    write(in.rule, *invitation.mutable_rule());
    invitation.set_expires_ms(in.expiresMs);
}
void write(const GroupAskedContent& in, pb::Content& out) {
    out.mutable_group_asked()->set_group_id(toString(in.group.view()));
    out.mutable_group_asked()->set_receiver_key(toString(in.receiver.view()));
}

Result<Content::Body> read(const pb::SignedMembership& in) {
    GroupMembershipContent out;
    out.membership.membership = toBytes(asBytes(in.membership()));
    SESAME_TRY_ASSIGN(out.membership.signature, toArray<64>(asBytes(in.signature())));
    return Content::Body(std::move(out));
}
Result<Content::Body> read(const pb::GroupAnswer& in) {
    GroupAnswerContent out;
    SESAME_TRY_ASSIGN(out.group, GroupId::from(asBytes(in.group_id())));
    if (in.answer() != pb::GroupAnswer::JOINED && in.answer() != pb::GroupAnswer::DECLINED)
        return Error{ErrorCode::Malformed, "unknown answer"};
    out.answer = static_cast<GroupAnswerContent::Answer>(in.answer());
    return Content::Body(out);
}
Result<Content::Body> read(const pb::GroupText& in) {
    GroupTextContent out;
    SESAME_TRY_ASSIGN(out.group, GroupId::from(asBytes(in.group_id())));
    SESAME_TRY_ASSIGN(out.membershipHash, toArray<32>(asBytes(in.membership_hash())));
    SESAME_TRY_ASSIGN(out.textId, MessageId::from(asBytes(in.text_id())));
    if (in.text().empty() || in.text().size() > wire::kMaxTextBytes)
        return Error{ErrorCode::Malformed, "text size"};
    out.version = in.version();
    out.text = in.text();
    return Content::Body(std::move(out));
}
Result<Content::Body> read(const pb::GroupLeave& in) {
    GroupLeaveContent out;
    SESAME_TRY_ASSIGN(out.group, GroupId::from(asBytes(in.group_id())));
    SESAME_TRY_ASSIGN(out.signature, toArray<64>(asBytes(in.signature())));
    out.version = in.version();
    return Content::Body(out);
}
Result<Content::Body> read(const pb::GroupInvitation& in) {
    GroupInvitationContent out;
    SESAME_TRY_ASSIGN(out.group, GroupId::from(asBytes(in.group_id())));
    SESAME_TRY_ASSIGN(out.rule, readRule(in.rule()));
    out.expiresMs = in.expires_ms();
    return Content::Body(std::move(out));
}
Result<Content::Body> read(const pb::GroupAsked& in) {
    GroupAskedContent out;
    SESAME_TRY_ASSIGN(out.group, GroupId::from(asBytes(in.group_id())));
    SESAME_TRY_ASSIGN(out.receiver, PublicIdentity::from(asBytes(in.receiver_key())));
    return Content::Body(out);
}

}  // namespace sesame::client
