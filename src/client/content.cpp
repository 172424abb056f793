// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/content.h"

#include "client/group_content_codec.h"
#include "client/session_content_codec.h"

#include "sesame/share/parcel.h"
#include "sesame/trigger/command_codec.h"
#include "sesame/wire/frame.h"
#include "sesame/wire/limits.h"

namespace sesame::client {
namespace {

namespace pb = wire::pb;
using client::read;  // those of help sessions and groups
using client::write;

constexpr std::uint32_t kContentVersion = 1;
constexpr std::size_t kMaxContentBytes = 40 * 1024;
constexpr int kMaxReadIds = 500;
constexpr int kMaxRules = 100;
constexpr std::size_t kMaxTokenBytes = 64;
constexpr std::size_t kMaxTargetBytes = 1024;
constexpr std::size_t kMaxFileNameBytes = 255;

Error malformed(const char* what) {
    return {ErrorCode::Malformed, what};
}

void write(const TextContent& in, pb::Content& out) {
    out.mutable_text()->set_text(in.text);
}
void write(const ContactRequestContent& in, pb::Content& out) {
    out.mutable_contact_request()->set_name(in.name);
    out.mutable_contact_request()->set_token(toString(in.token));
}
void write(const ContactAnswerContent& in, pb::Content& out) {
    out.mutable_contact_answer()->set_accepted(in.accepted);
    out.mutable_contact_answer()->set_name(in.name);
}
void write(const ReadContent& in, pb::Content& out) {
    out.mutable_read();
    for (const MessageId& id : in.messages)
        out.mutable_read()->add_message_ids(toString(id.view()));
}
void write(const RuleUpdateContent& in, pb::Content& out) {
    out.mutable_rule_update();
    for (const auto& rule : in.rules)
        write(rule, *out.mutable_rule_update()->add_rules());
}
void write(const RuleOfferContent& in, pb::Content& out) {
    auto& offer = *out.mutable_rule_offer();
    offer.set_set_id(toString(in.set.view()));
    offer.set_name(in.name);
    for (const auto& rule : in.rules)
        write(rule, *offer.add_rules());
    offer.set_expires_ms(in.expiresMs);
}
void write(const RuleOfferAnswerContent& in, pb::Content& out) {
    auto& answer = *out.mutable_rule_offer_answer();
    answer.set_offer_id(toString(in.offer.view()));
    answer.set_answer(static_cast<pb::RuleOfferAnswer::Answer>(in.answer));
    for (const RuleId& rule : in.taken)
        answer.add_taken(toString(rule.view()));
}
static_assert(static_cast<int>(RuleOfferAnswerContent::Answer::Withdrawn) == pb::RuleOfferAnswer::WITHDRAWN);
void write(const InvitationContent& in, pb::Content& out) {
    write(in.rule, *out.mutable_invitation()->mutable_rule());
    out.mutable_invitation()->set_expires_ms(in.expiresMs);
}
void write(const InvitationAnswerContent& in, pb::Content& out) {
    out.mutable_invitation_answer()->set_invitation_id(toString(in.invitation.view()));
    out.mutable_invitation_answer()->set_answer(static_cast<pb::InvitationAnswer::Answer>(in.answer));
}
void write(const OutcomeContent& in, pb::Content& out) {
    auto& outcome = *out.mutable_outcome();
    outcome.set_invitation_id(toString(in.invitation.view()));
    outcome.set_rule_hash(toString(in.rule.view()));
    outcome.set_result(static_cast<pb::Outcome::Result>(static_cast<int>(in.kind) + 1));
    outcome.set_target(in.target);
}
void write(const WishContent& in, pb::Content& out) {
    out.mutable_wish()->set_text(in.text);
    trigger::encodeCommand(in.command, *out.mutable_wish()->mutable_command());
}
void write(const WishAnswerContent& in, pb::Content& out) {
    auto& answer = *out.mutable_wish_answer();
    answer.set_wish_id(toString(in.wish.view()));
    answer.set_wish_hash(toString(in.hash.view()));
    answer.set_yes(in.rule.has_value());
    if (in.rule)
        write(*in.rule, *answer.mutable_rule());
}
void write(const OrderContent& in, pb::Content& out) {
    out.mutable_order()->set_message_id(toString(in.message.view()));
    out.mutable_order()->set_invitation_id(toString(in.invitation.view()));
    out.mutable_order()->set_rule_hash(toString(in.rule.view()));
}
void write(const FileOfferContent& in, pb::Content& out) {
    auto& offer = *out.mutable_file_offer();
    offer.set_parcel_id(toString(in.parcel.view()));
    offer.set_key(toString(in.key));
    offer.set_name(in.name);
    offer.set_size(in.size);
    offer.set_expires_ms(in.expiresMs);
}
void write(const FileAnswerContent& in, pb::Content& out) {
    out.mutable_file_answer()->set_file_id(toString(in.file.view()));
    out.mutable_file_answer()->set_answer(static_cast<pb::FileAnswer::Answer>(in.answer));
}
static_assert(static_cast<int>(FileAnswerContent::Answer::Gone) == pb::FileAnswer::GONE);
void write(const HubKeyContent& in, pb::Content& out) {
    client::write(in, *out.mutable_hub_key());
}
static_assert(static_cast<int>(execute::OutcomeKind::Started) + 1 == pb::Outcome::STARTED);
static_assert(static_cast<int>(execute::OutcomeKind::Expired) + 1 == pb::Outcome::EXPIRED);

Result<Content::Body> read(const pb::Text& in) {
    if (in.text().empty() || in.text().size() > wire::kMaxTextBytes)
        return malformed("text size");
    return Content::Body(TextContent{in.text()});
}
Result<Content::Body> read(const pb::ContactRequest& in) {
    if (in.name().size() > wire::kMaxNameBytes || in.token().size() > kMaxTokenBytes)
        return malformed("contact request size");
    return Content::Body(ContactRequestContent{in.name(), toBytes(asBytes(in.token()))});
}
Result<Content::Body> read(const pb::ContactAnswer& in) {
    if (in.name().size() > wire::kMaxNameBytes)
        return malformed("contact answer size");
    return Content::Body(ContactAnswerContent{in.accepted(), in.name()});
}
Result<Content::Body> read(const pb::Read& in) {
    if (in.message_ids_size() > kMaxReadIds)
        return malformed("too many read messages");
    ReadContent out;
    for (const auto& id : in.message_ids()) {
        SESAME_TRY_ASSIGN(const MessageId message, MessageId::from(asBytes(id)));
        out.messages.push_back(message);
    }
    return Content::Body(out);
}
Result<Content::Body> read(const pb::RuleUpdate& in) {
    if (in.rules_size() > kMaxRules)
        return malformed("too many rules");
    RuleUpdateContent out;
    for (const auto& rule : in.rules()) {
        SESAME_TRY_ASSIGN(auto one, readRule(rule));
        out.rules.push_back(std::move(one));
    }
    return Content::Body(out);
}
Result<Content::Body> read(const pb::RuleOffer& in) {
    if (in.rules().empty() || in.rules_size() > kMaxRules)
        return malformed("no rules, or too many");
    if (in.name().empty() || in.name().size() > wire::kMaxNameBytes)
        return malformed("size of the name of a set");
    RuleOfferContent out;
    SESAME_TRY_ASSIGN(out.set, store::SetId::from(asBytes(in.set_id())));
    out.name = in.name();
    out.expiresMs = in.expires_ms();
    for (const auto& rule : in.rules()) {
        SESAME_TRY_ASSIGN(auto one, readRule(rule));
        out.rules.push_back(std::move(one));
    }
    return Content::Body(std::move(out));
}
Result<Content::Body> read(const pb::RuleOfferAnswer& in) {
    if (in.answer() < pb::RuleOfferAnswer::ACCEPTED || in.answer() > pb::RuleOfferAnswer::WITHDRAWN)
        return malformed("unknown answer");
    if (in.taken_size() > kMaxRules || (in.answer() != pb::RuleOfferAnswer::ACCEPTED && in.taken_size() != 0))
        return malformed("rules that were not taken");
    RuleOfferAnswerContent out;
    SESAME_TRY_ASSIGN(out.offer, MessageId::from(asBytes(in.offer_id())));
    out.answer = static_cast<RuleOfferAnswerContent::Answer>(in.answer());
    for (const auto& id : in.taken()) {
        SESAME_TRY_ASSIGN(const RuleId rule, RuleId::from(asBytes(id)));
        out.taken.push_back(rule);
    }
    return Content::Body(std::move(out));
}
Result<Content::Body> read(const pb::Invitation& in) {
    InvitationContent out;
    SESAME_TRY_ASSIGN(out.rule, readRule(in.rule()));
    out.expiresMs = in.expires_ms();
    return Content::Body(out);
}
Result<Content::Body> read(const pb::InvitationAnswer& in) {
    InvitationAnswerContent out;
    SESAME_TRY_ASSIGN(out.invitation, MessageId::from(asBytes(in.invitation_id())));
    if (in.answer() != pb::InvitationAnswer::DECLINED && in.answer() != pb::InvitationAnswer::WITHDRAWN)
        return malformed("unknown answer");
    out.answer = static_cast<InvitationAnswerContent::Answer>(in.answer());
    return Content::Body(out);
}
Result<Content::Body> read(const pb::Outcome& in) {
    OutcomeContent out;
    SESAME_TRY_ASSIGN(out.invitation, MessageId::from(asBytes(in.invitation_id())));
    SESAME_TRY_ASSIGN(out.rule, RuleHash::from(asBytes(in.rule_hash())));
    if (in.result() < pb::Outcome::STARTED || in.result() > pb::Outcome::EXPIRED)
        return malformed("unknown outcome");
    if (in.target().size() > kMaxTargetBytes)
        return malformed("outcome size");
    out.kind = static_cast<execute::OutcomeKind>(static_cast<int>(in.result()) - 1);
    out.target = in.target();
    return Content::Body(out);
}
Result<Content::Body> read(const pb::Wish& in) {
    WishContent out;
    if (in.text().empty() || in.text().size() > kMostWishBytes)
        return malformed("wish size");
    SESAME_TRY_ASSIGN(out.command, trigger::decodeCommand(in.command()));
    out.text = in.text();
    return Content::Body(out);
}
Result<Content::Body> read(const pb::WishAnswer& in) {
    WishAnswerContent out;
    SESAME_TRY_ASSIGN(out.wish, MessageId::from(asBytes(in.wish_id())));
    SESAME_TRY_ASSIGN(out.hash, WishHash::from(asBytes(in.wish_hash())));
    if (in.yes() != in.has_rule())
        return malformed("a yes without a rule, or a rule without a yes");
    if (in.has_rule()) {
        SESAME_TRY_ASSIGN(out.rule, readRule(in.rule()));
    }
    return Content::Body(out);
}
Result<Content::Body> read(const pb::Order& in) {
    OrderContent out;
    SESAME_TRY_ASSIGN(out.message, MessageId::from(asBytes(in.message_id())));
    SESAME_TRY_ASSIGN(out.invitation, MessageId::from(asBytes(in.invitation_id())));
    SESAME_TRY_ASSIGN(out.rule, RuleHash::from(asBytes(in.rule_hash())));
    return Content::Body(out);
}
Result<Content::Body> readKey(const pb::HubKey& in) {
    SESAME_TRY_ASSIGN(HubKeyContent out, client::read(in));
    return Content::Body(std::move(out));
}

Result<Content::Body> read(const pb::FileOffer& in) {
    FileOfferContent out;
    SESAME_TRY_ASSIGN(out.parcel, ParcelId::from(asBytes(in.parcel_id())));
    SESAME_TRY_ASSIGN(out.key, toArray<32>(asBytes(in.key())));
    if (in.name().empty() || in.name().size() > kMaxFileNameBytes)
        return malformed("file name size");
    if (in.size() > share::kMostParcelBytes)
        return malformed("file size");
    out.name = in.name();
    out.size = in.size();
    out.expiresMs = in.expires_ms();
    return Content::Body(out);
}
Result<Content::Body> read(const pb::FileAnswer& in) {
    FileAnswerContent out;
    SESAME_TRY_ASSIGN(out.file, MessageId::from(asBytes(in.file_id())));
    if (in.answer() < pb::FileAnswer::WANTED || in.answer() > pb::FileAnswer::GONE)
        return malformed("unknown answer");
    out.answer = static_cast<FileAnswerContent::Answer>(in.answer());
    return Content::Body(out);
}

Result<Content::Body> readBody(const pb::Content& in) {
    switch (in.body_case()) {
        case pb::Content::kText:
            return read(in.text());
        case pb::Content::kContactRequest:
            return read(in.contact_request());
        case pb::Content::kContactAnswer:
            return read(in.contact_answer());
        case pb::Content::kRead:
            return read(in.read());
        case pb::Content::kRuleUpdate:
            return read(in.rule_update());
        case pb::Content::kInvitation:
            return read(in.invitation());
        case pb::Content::kInvitationAnswer:
            return read(in.invitation_answer());
        case pb::Content::kOutcome:
            return read(in.outcome());
        case pb::Content::kSessionOffer:
            return read(in.session_offer());
        case pb::Content::kSessionState:
            return read(in.session_state());
        case pb::Content::kSessionAsk:
            return read(in.session_ask());
        case pb::Content::kSessionLeave:
            return read(in.session_leave());
        case pb::Content::kSessionEnded:
            return read(in.session_ended());
        case pb::Content::kClipboardAsk:
            return read(in.clipboard_ask());
        case pb::Content::kClipboardText:
            return read(in.clipboard_text());
        case pb::Content::kShareOffer:
            return read(in.share_offer());
        case pb::Content::kWish:
            return read(in.wish());
        case pb::Content::kWishAnswer:
            return read(in.wish_answer());
        case pb::Content::kOrder:
            return read(in.order());
        case pb::Content::kFileOffer:
            return read(in.file_offer());
        case pb::Content::kFileAnswer:
            return read(in.file_answer());
        case pb::Content::kHubKey:
            return readKey(in.hub_key());
        case pb::Content::kStandingShare:
            return read(in.standing_share());
        case pb::Content::kStandingOpen:
            return read(in.standing_open());
        case pb::Content::kStandingRefusal:
            return read(in.standing_refusal());
        case pb::Content::kRuleOffer:
            return read(in.rule_offer());
        case pb::Content::kRuleOfferAnswer:
            return read(in.rule_offer_answer());
        case pb::Content::kGroupMembership:
            return read(in.group_membership());
        case pb::Content::kGroupAnswer:
            return read(in.group_answer());
        case pb::Content::kGroupText:
            return read(in.group_text());
        case pb::Content::kGroupLeave:
            return read(in.group_leave());
        case pb::Content::kGroupInvitation:
            return read(in.group_invitation());
        case pb::Content::kGroupAsked:
            return read(in.group_asked());
        case pb::Content::BODY_NOT_SET:
            break;
    }
    return malformed("unknown kind of content");
}

}  // namespace

Bytes encode(const Content& content) {
    pb::Content out;
    out.set_version(kContentVersion);
    out.set_message_id(toString(content.id.view()));
    out.set_sent_ms(content.sentMs);
    std::visit([&out](const auto& body) { write(body, out); }, content.body);
    return wire::serialise(out);
}

Result<Content> decode(ByteView bytes) {
    pb::Content in;
    SESAME_TRY(wire::parse(bytes, in, kMaxContentBytes));
    if (in.version() != kContentVersion)
        return malformed("unknown content version");
    Content out;
    SESAME_TRY_ASSIGN(out.id, MessageId::from(asBytes(in.message_id())));
    out.sentMs = in.sent_ms();
    SESAME_TRY_ASSIGN(out.body, readBody(in));
    return out;
}

}  // namespace sesame::client
