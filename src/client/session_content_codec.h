// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/content.h"
#include "content.pb.h"

/// The contents of help sessions and shares to and from the wire. Reading is Malformed for whatever is
/// unknown or over its limit. Pure; any thread.
namespace sesame::client {

void write(const SessionOfferContent& in, wire::pb::Content& out);
void write(const SessionStateContent& in, wire::pb::Content& out);
void write(const SessionAskContent& in, wire::pb::Content& out);
void write(const SessionLeaveContent& in, wire::pb::Content& out);
void write(const SessionEndedContent& in, wire::pb::Content& out);
void write(const ClipboardAskContent& in, wire::pb::Content& out);
void write(const ClipboardTextContent& in, wire::pb::Content& out);
void write(const ShareOfferContent& in, wire::pb::Content& out);
void write(const StandingShareContent& in, wire::pb::Content& out);
void write(const StandingOpenContent& in, wire::pb::Content& out);
void write(const StandingRefusalContent& in, wire::pb::Content& out);

Result<Content::Body> read(const wire::pb::SessionOffer& in);
Result<Content::Body> read(const wire::pb::SessionState& in);
Result<Content::Body> read(const wire::pb::SessionAsk& in);
Result<Content::Body> read(const wire::pb::SessionLeave& in);
Result<Content::Body> read(const wire::pb::SessionEnded& in);
Result<Content::Body> read(const wire::pb::ClipboardAsk& in);
Result<Content::Body> read(const wire::pb::ClipboardText& in);
Result<Content::Body> read(const wire::pb::ShareOffer& in);
Result<Content::Body> read(const wire::pb::StandingShare& in);
Result<Content::Body> read(const wire::pb::StandingOpen& in);
Result<Content::Body> read(const wire::pb::StandingRefusal& in);

}  // namespace sesame::client
