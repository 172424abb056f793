// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/trigger/rule.h"

#include "sesame_schema/rule.pb.h"

#include "sesame/crypto/hash.h"
#include "sesame/trigger/rule_check.h"
#include "sesame/wire/frame.h"

namespace sesame::trigger {
namespace {

constexpr std::string_view kContext = "sesame rule v1";
constexpr std::size_t kLongestRule = 16UL * 1024;

void set(wire::pb::Command& out, const LaunchProgram& command) {
    out.mutable_launch_program()->set_program(command.program);
}
void set(wire::pb::Command& out, const OpenFile& command) {
    out.mutable_open_file()->set_path(command.path);
    out.mutable_open_file()->set_name(command.name);
}
void set(wire::pb::Command& out, const ImSettings& command) {
    out.mutable_im_settings()->set_page(command.page);
    out.mutable_im_settings()->set_key(command.key);
    out.mutable_im_settings()->set_value(command.value);
}
void set(wire::pb::Command& out, const RemoteControl& command) {
    out.mutable_remote_control()->set_level(static_cast<wire::pb::RemoteControl::Level>(command.level));
    out.mutable_remote_control()->set_minutes(command.minutes);
}
void set(wire::pb::Command& out, const ShareFolder& command) {
    out.mutable_share_folder()->set_level(static_cast<wire::pb::ShareFolder::Level>(command.level));
    out.mutable_share_folder()->set_minutes(command.minutes);
    out.mutable_share_folder()->set_path(command.path);
    out.mutable_share_folder()->set_name(command.name);
}
static_assert(static_cast<int>(RemoteLevel::Look) == wire::pb::RemoteControl::LOOK);
static_assert(static_cast<int>(RemoteLevel::Control) == wire::pb::RemoteControl::CONTROL);
static_assert(static_cast<int>(ShareLevel::Look) == wire::pb::ShareFolder::LOOK);
static_assert(static_cast<int>(ShareLevel::Put) == wire::pb::ShareFolder::PUT);

std::string encode(const Rule& rule) {
    wire::pb::Rule out;
    out.set_id(toString(rule.id.view()));
    out.set_version(rule.version);
    out.set_phrase(rule.phrase);
    std::visit([&](const auto& command) { set(*out.mutable_command(), command); }, rule.command);
    out.set_helper_key(toString(rule.helper.view()));
    out.set_receiver_key(toString(rule.receiver.view()));
    out.set_created_ms(rule.createdMs);
    out.set_expires_ms(rule.expiresMs);
    out.set_removed(rule.removed);
    return out.SerializeAsString();
}

bool hasUnknown(const google::protobuf::Message& message) {
    return !message.GetReflection()->GetUnknownFields(message).empty();
}

// A signed field that this version does not know could mean anything (S46).
bool hasUnknownAnywhere(const wire::pb::Rule& rule) {
    const wire::pb::Command& command = rule.command();
    return hasUnknown(rule) || hasUnknown(command) || hasUnknown(command.launch_program()) ||
           hasUnknown(command.open_file()) || hasUnknown(command.im_settings()) ||
           hasUnknown(command.remote_control()) || hasUnknown(command.share_folder());
}

// Whatever it says; checkCommand() refuses a level that there is not.
RemoteControl remoteControlOf(const wire::pb::RemoteControl& in) {
    const bool known = wire::pb::RemoteControl::Level_IsValid(in.level());
    return {known ? static_cast<RemoteLevel>(in.level()) : RemoteLevel{}, in.minutes()};
}

ShareFolder shareFolderOf(const wire::pb::ShareFolder& in) {
    const bool known = wire::pb::ShareFolder::Level_IsValid(in.level());
    return {in.path(), in.name(), known ? static_cast<ShareLevel>(in.level()) : ShareLevel{}, in.minutes()};
}

Result<Command> commandOf(const wire::pb::Command& in) {
    switch (in.kind_case()) {
        case wire::pb::Command::kLaunchProgram:
            return Command(LaunchProgram{in.launch_program().program()});
        case wire::pb::Command::kOpenFile:
            return Command(OpenFile{in.open_file().path(), in.open_file().name()});
        case wire::pb::Command::kImSettings:
            return Command(
                ImSettings{in.im_settings().page(), in.im_settings().key(), in.im_settings().value()});
        case wire::pb::Command::kRemoteControl:
            return Command(remoteControlOf(in.remote_control()));
        case wire::pb::Command::kShareFolder:
            return Command(shareFolderOf(in.share_folder()));
        case wire::pb::Command::KIND_NOT_SET:
            break;
    }
    return Error{ErrorCode::Malformed, "no command"};
}

Result<Rule> decode(const wire::pb::Rule& in) {
    Rule rule;
    SESAME_TRY_ASSIGN(rule.id, RuleId::from(asBytes(in.id())));
    SESAME_TRY_ASSIGN(rule.helper, PublicIdentity::from(asBytes(in.helper_key())));
    SESAME_TRY_ASSIGN(rule.receiver, PublicIdentity::from(asBytes(in.receiver_key())));
    SESAME_TRY_ASSIGN(rule.command, commandOf(in.command()));
    rule.version = in.version();
    rule.phrase = in.phrase();
    rule.createdMs = in.created_ms();
    rule.expiresMs = in.expires_ms();
    rule.removed = in.removed();
    return rule;
}

}  // namespace

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
    if (hasUnknownAnywhere(parsed))
        return Error{ErrorCode::Malformed, "rule has unknown fields"};
    SESAME_TRY_ASSIGN(const Rule rule, decode(parsed));
    if (!crypto::verify(rule.helper, kContext, signedRule.rule, signedRule.signature))
        return Error{ErrorCode::Refused, "signature is not by the helper"};
    if (rule.version == 0 || rule.createdMs < 0 || rule.expiresMs < 0)
        return Error{ErrorCode::Malformed, "rule has impossible numbers"};
    if (const auto problem = checkCommand(rule.command))
        return Error{ErrorCode::Malformed, name(*problem)};
    return rule;
}

RuleHash hashOf(const SignedRule& signedRule) {
    return RuleHash{crypto::hash(signedRule.rule)};
}

}  // namespace sesame::trigger
