// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/trigger/command_codec.h"

#include "sesame_schema/rule.pb.h"

#include "sesame/trigger/rule_check.h"

namespace sesame::trigger {
namespace {

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

bool hasUnknown(const google::protobuf::Message& message) {
    return !message.GetReflection()->GetUnknownFields(message).empty();
}

bool hasUnknownAnywhere(const wire::pb::Command& command) {
    return hasUnknown(command) || hasUnknown(command.launch_program()) || hasUnknown(command.open_file()) ||
           hasUnknown(command.im_settings()) || hasUnknown(command.remote_control()) ||
           hasUnknown(command.share_folder());
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

}  // namespace

void encodeCommand(const Command& command, wire::pb::Command& out) {
    std::visit([&out](const auto& one) { set(out, one); }, command);
}

Result<Command> decodeCommand(const wire::pb::Command& in) {
    if (hasUnknownAnywhere(in))
        return Error{ErrorCode::Malformed, "command has unknown fields"};
    SESAME_TRY_ASSIGN(Command command, commandOf(in));
    if (const auto problem = checkCommand(command))
        return Error{ErrorCode::Malformed, name(*problem)};
    return command;
}

}  // namespace sesame::trigger
