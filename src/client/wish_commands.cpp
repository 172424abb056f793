// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/wish_commands.h"

#include "sesame/trigger/rule_check.h"
#include "sesame/trigger/settings_schema.h"

#include <algorithm>

namespace sesame::client {
namespace {

using trigger::Command;
using trigger::Intent;

constexpr std::uint32_t kScreenMinutes = 30;
constexpr std::uint32_t kFolderMinutes = 60;

// "text-size larger", "language en", "page general"; nothing said: the settings.
trigger::ImSettings settingsOf(const std::string& slot, std::string_view textSize) {
    const auto space = slot.find(' ');
    if (space == std::string::npos)
        return {"general", "", ""};
    const std::string key = slot.substr(0, space);
    std::string value = slot.substr(space + 1);
    if (key == "page")
        return {value, "", ""};
    if (value == "larger" || value == "smaller")
        value = trigger::neighbourValue("text-size", textSize, value == "larger" ? 1 : -1);
    return {"", key, value};
}

trigger::RemoteControl screen(trigger::RemoteLevel level) {
    return {level, kScreenMinutes};
}

std::vector<Command> screens() {
    using Level = trigger::RemoteLevel;
    return {screen(Level::Control), screen(Level::Point), screen(Level::Look)};
}

std::vector<Command> understood(const trigger::Wish& wish, std::string_view textSize) {
    switch (wish.intent) {
        case Intent::RemoteControl:
            return screens();
        case Intent::OpenFile:
            return {trigger::OpenFile{"", wish.slot}, trigger::LaunchProgram{wish.slot}};
        case Intent::LaunchProgram:
            return {trigger::LaunchProgram{wish.slot}, trigger::OpenFile{"", wish.slot}};
        case Intent::ShareFolder:
            return {trigger::ShareFolder{"", wish.slot, trigger::ShareLevel::Take, kFolderMinutes},
                    trigger::ShareFolder{"", wish.slot, trigger::ShareLevel::Look, kFolderMinutes}};
        case Intent::ImSettings:
            return {settingsOf(wish.slot, textSize), trigger::ImSettings{"general", "", ""}};
        case Intent::None:
        case Intent::VoiceCall:
        case Intent::VideoCall:
        case Intent::Stop:
            break;
    }
    return {};
}

}  // namespace

std::vector<Command> wishCommands(const trigger::Wish& wish, std::string_view textSize) {
    std::vector<Command> out;
    for (Command& command : understood(wish, textSize))
        if (!trigger::checkCommand(command) && std::find(out.begin(), out.end(), command) == out.end())
            out.push_back(std::move(command));
    // Whatever they meant, somebody who sees the screen can do it with them.
    if (!out.empty() && wish.intent != Intent::RemoteControl)
        out.emplace_back(screen(trigger::RemoteLevel::Control));
    return out;
}

}  // namespace sesame::client
