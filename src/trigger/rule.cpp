// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/trigger/rule.h"

#include "sesame_schema/rule.pb.h"
#include "trigger/media_codec.h"

#include "sesame/crypto/hash.h"
#include "sesame/trigger/command_codec.h"
#include "sesame/wire/frame.h"

namespace sesame::trigger {
namespace {

constexpr std::string_view kContext = "sesame rule v1";
constexpr std::size_t kLongestRule = 16UL * 1024;

static_assert(static_cast<int>(JudgePlace::Receiver) == wire::pb::Rule::RECEIVER);
static_assert(static_cast<int>(JudgePlace::Helper) == wire::pb::Rule::HELPER);
static_assert(static_cast<int>(JudgePlace::Hub) == wire::pb::Rule::HUB);

std::string encode(const Rule& rule) {
    wire::pb::Rule out;
    out.set_id(toString(rule.id.view()));
    out.set_version(rule.version);
    out.set_phrase(rule.phrase);
    encodeCommand(rule.command, *out.mutable_command());
    out.set_helper_key(toString(rule.helper.view()));
    out.set_receiver_key(toString(rule.receiver.view()));
    out.set_created_ms(rule.createdMs);
    out.set_expires_ms(rule.expiresMs);
    out.set_removed(rule.removed);
    out.set_judged_at(static_cast<wire::pb::Rule::Place>(rule.judgedAt));
    if (rule.media)
        encodeMedia(*rule.media, *out.mutable_media());
    if (rule.wish) {
        out.set_wish(toString(rule.wish->view()));
    } else {
        out.mutable_ways()->set_phrase(rule.ways.phrase);
        out.mutable_ways()->set_buttons(rule.ways.buttons);
        out.mutable_ways()->set_told(rule.ways.told);
    }
    return out.SerializeAsString();
}

// A signed field that this version does not know could mean anything (S46).
bool hasUnknown(const wire::pb::Rule& rule) {
    return !rule.GetReflection()->GetUnknownFields(rule).empty() ||
           !rule.ways().GetReflection()->GetUnknownFields(rule.ways()).empty();
}

Status readWays(const wire::pb::Rule& in, Rule& rule) {
    if (in.has_ways())
        rule.ways = {in.ways().phrase(), in.ways().buttons(), in.ways().told()};
    if (in.wish().empty())
        return isLegal(rule.ways) ? Status() : Error{ErrorCode::Malformed, "no way to grant it"};
    if (in.has_ways() || !rule.phrase.empty() || in.has_media())
        return Error{ErrorCode::Malformed, "a wish and another way"};
    rule.ways = {false, false};
    SESAME_TRY_ASSIGN(rule.wish, WishHash::from(asBytes(in.wish())));
    return {};
}

Status readMedia(const wire::pb::Rule& in, Rule& rule) {
    if (in.has_media()) {
        SESAME_TRY_ASSIGN(rule.media, decodeMedia(in.media()));
    }
    return isLegal(rule) ? Status() : Error{ErrorCode::Malformed, "a picture where only a phrase may be"};
}

Result<Rule> decode(const wire::pb::Rule& in) {
    Rule rule;
    SESAME_TRY_ASSIGN(rule.id, RuleId::from(asBytes(in.id())));
    SESAME_TRY_ASSIGN(rule.helper, PublicIdentity::from(asBytes(in.helper_key())));
    SESAME_TRY_ASSIGN(rule.receiver, PublicIdentity::from(asBytes(in.receiver_key())));
    SESAME_TRY_ASSIGN(rule.command, decodeCommand(in.command()));
    rule.version = in.version();
    rule.phrase = in.phrase();
    rule.createdMs = in.created_ms();
    rule.expiresMs = in.expires_ms();
    rule.removed = in.removed();
    if (!wire::pb::Rule::Place_IsValid(in.judged_at()))
        return Error{ErrorCode::Malformed, "judged at an unknown place"};
    rule.judgedAt = static_cast<JudgePlace>(in.judged_at());
    SESAME_TRY(readWays(in, rule));
    SESAME_TRY(readMedia(in, rule));
    return rule;
}

}  // namespace

bool isLegal(const Ways& ways) {
    return ways.told ? ways.phrase && !ways.buttons : ways.phrase || ways.buttons;
}

bool isLegal(const Rule& rule) {
    return !rule.media || (rule.phrase.empty() && !rule.wish && rule.ways.phrase && !rule.ways.told &&
                           rule.judgedAt == JudgePlace::Receiver);
}

const char* name(JudgePlace place) {
    switch (place) {
        case JudgePlace::Helper:
            return "helper";
        case JudgePlace::Hub:
            return "hub";
        case JudgePlace::Receiver:
            break;
    }
    return "receiver";
}

SignedRule sign(const Rule& rule, const crypto::Identity& helper) {
    SESAME_ASSERT(rule.helper == helper.publicKey());
    SignedRule out{toBytes(asBytes(encode(rule))), {}};
    out.signature = helper.sign(kContext, out.rule);
    return out;
}

Result<Rule> openRule(const SignedRule& signedRule) {
    wire::pb::Rule parsed;
    if (!wire::parse(signedRule.rule, parsed, kLongestRule))
        return Error{ErrorCode::Malformed, "rule does not parse"};
    if (hasUnknown(parsed))
        return Error{ErrorCode::Malformed, "rule has unknown fields"};
    SESAME_TRY_ASSIGN(const Rule rule, decode(parsed));
    if (!crypto::verify(rule.helper, kContext, signedRule.rule, signedRule.signature))
        return Error{ErrorCode::Refused, "signature is not by the helper"};
    if (rule.version == 0 || rule.createdMs < 0 || rule.expiresMs < 0)
        return Error{ErrorCode::Malformed, "rule has impossible numbers"};
    return rule;
}

RuleHash hashOf(const SignedRule& signedRule) {
    return RuleHash{crypto::hash(signedRule.rule)};
}

}  // namespace sesame::trigger
