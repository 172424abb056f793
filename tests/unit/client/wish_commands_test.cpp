// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/wish_commands.h"

#include <gtest/gtest.h>

namespace sesame::client {
namespace {

using trigger::Command;
using trigger::Intent;
using trigger::RemoteControl;
using trigger::RemoteLevel;

std::vector<Command> meant(Intent intent, const char* slot = "", const char* textSize = "normal") {
    return wishCommands({intent, slot, 1}, textSize);
}

TEST(WishCommands, BeginWithWhatWasUnderstood) {
    EXPECT_EQ(meant(Intent::RemoteControl).front(), Command(RemoteControl{RemoteLevel::Control, 30}));
    EXPECT_EQ(meant(Intent::OpenFile, "照片").front(), Command(trigger::OpenFile{"", "照片"}));
    EXPECT_EQ(meant(Intent::LaunchProgram, "计算器").front(), Command(trigger::LaunchProgram{"计算器"}));
    EXPECT_EQ(meant(Intent::ShareFolder, "Photos").front(),
              Command(trigger::ShareFolder{"", "Photos", trigger::ShareLevel::Take, 60}));
    EXPECT_EQ(meant(Intent::ImSettings, "language en").front(),
              Command(trigger::ImSettings{"", "language", "en"}));
    EXPECT_EQ(meant(Intent::ImSettings, "page privacy").front(),
              Command(trigger::ImSettings{"privacy", "", ""}));
    EXPECT_EQ(meant(Intent::ImSettings).front(), Command(trigger::ImSettings{"general", "", ""}));
}

TEST(WishCommands, GoOnFromTheTextSizeInUse) {
    const auto size = [](const char* wish, const char* now) {
        return std::get<trigger::ImSettings>(meant(Intent::ImSettings, wish, now).front()).value;
    };
    EXPECT_EQ(size("text-size larger", "normal"), "large");
    EXPECT_EQ(size("text-size smaller", "normal"), "small");
    EXPECT_EQ(size("text-size larger", "huge"), "huge");
    EXPECT_EQ(size("text-size huge", "small"), "huge");
}

TEST(WishCommands, OfferWhatElseMayBeMeantEachOnce) {
    EXPECT_EQ(meant(Intent::RemoteControl), (std::vector<Command>{RemoteControl{RemoteLevel::Control, 30},
                                                                  RemoteControl{RemoteLevel::Point, 30},
                                                                  RemoteControl{RemoteLevel::Look, 30}}));
    EXPECT_EQ(meant(Intent::ImSettings), (std::vector<Command>{trigger::ImSettings{"general", "", ""},
                                                               RemoteControl{RemoteLevel::Control, 30}}));
}

TEST(WishCommands, AreNoneForWhatCannotBeAskedFor) {
    for (const Intent intent : {Intent::None, Intent::Stop, Intent::VoiceCall, Intent::VideoCall})
        EXPECT_TRUE(meant(intent).empty());
    for (const Intent intent : {Intent::OpenFile, Intent::LaunchProgram, Intent::ShareFolder})
        EXPECT_TRUE(meant(intent).empty());
    // Never a shell, nor a program as a file (I9).
    for (const auto& command : meant(Intent::LaunchProgram, "bash"))
        EXPECT_FALSE(std::holds_alternative<trigger::LaunchProgram>(command));
}

}  // namespace
}  // namespace sesame::client
