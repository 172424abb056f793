// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/content.h"

namespace sesame::wire::pb {
class Content;
class GroupAnswer;
class GroupAsked;
class GroupInvitation;
class GroupLeave;
class GroupText;
class SignedMembership;
class SignedRule;
}  // namespace sesame::wire::pb

/// The contents of groups, to and from what travels. Malformed for wrong sizes. Pure; any thread.
namespace sesame::client {

void write(const GroupMembershipContent& in, wire::pb::Content& out);
void write(const GroupAnswerContent& in, wire::pb::Content& out);
void write(const GroupTextContent& in, wire::pb::Content& out);
void write(const GroupLeaveContent& in, wire::pb::Content& out);
void write(const GroupInvitationContent& in, wire::pb::Content& out);
void write(const GroupAskedContent& in, wire::pb::Content& out);

Result<Content::Body> read(const wire::pb::SignedMembership& in);
Result<Content::Body> read(const wire::pb::GroupAnswer& in);
Result<Content::Body> read(const wire::pb::GroupText& in);
Result<Content::Body> read(const wire::pb::GroupLeave& in);
Result<Content::Body> read(const wire::pb::GroupInvitation& in);
Result<Content::Body> read(const wire::pb::GroupAsked& in);

/// A signed rule, in whatever content it travels.
void write(const trigger::SignedRule& in, wire::pb::SignedRule& out);
Result<trigger::SignedRule> readRule(const wire::pb::SignedRule& in);

}  // namespace sesame::client
