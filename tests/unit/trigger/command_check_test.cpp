// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/trigger/rule_check.h"
#include "sesame/trigger/settings_schema.h"

#include <gtest/gtest.h>

namespace sesame::trigger {
namespace {

TEST(CommandCheck, AcceptsProgramsAsPeopleNameThem) {
    for (const char* program :
         {"计算器", "Calculator", "org.gnome.Calculator.desktop", "firefox", "LibreOffice Writer", "GIMP",
          "象棋", "文件管理器", "Notepad++", "7-Zip", "Videos", "shotwell"})
        EXPECT_EQ(checkCommand(LaunchProgram{program}), std::nullopt) << program;
}

// M9, I9
TEST(CommandCheck, RefusesShellsAndTerminals) {
    for (const char* program : {"sh",
                                "bash",
                                "BASH",
                                "ｂａｓｈ",
                                "zsh",
                                "xterm",
                                "终端",
                                "終端",
                                "gnome-terminal",
                                "GNOME Terminal",
                                "org.gnome.Terminal",
                                "org.gnome.Terminal.desktop",
                                "konsole",
                                "org.kde.konsole",
                                "python3",
                                "python3.11",
                                "perl",
                                "pkexec",
                                "sudo",
                                "cmd.exe",
                                "PowerShell",
                                "debian-xterm.desktop",
                                "命令行",
                                "Terminal",
                                "xfce4-terminal",
                                "env",
                                "ssh",
                                "node",
                                "Command Prompt"})
        EXPECT_EQ(checkCommand(LaunchProgram{program}), CommandProblem::ShellOrTerminal) << program;
}

TEST(CommandCheck, RefusesWhatIsNoProgramName) {
    for (const char* program :
         {"/usr/bin/firefox", "../firefox", "a\\b", "-firefox", "--help", "firefox --private", "firefox; ls",
          "a && b", "a|b", "$(ls)", "`ls`", "https://example.org", "file:x"})
        EXPECT_EQ(checkCommand(LaunchProgram{program}), CommandProblem::NotAProgramName) << program;
    EXPECT_EQ(checkCommand(LaunchProgram{""}), CommandProblem::NoTarget);
    EXPECT_EQ(checkCommand(LaunchProgram{"   "}), CommandProblem::NoTarget);
    EXPECT_EQ(checkCommand(LaunchProgram{std::string(129, 'a')}), CommandProblem::TargetTooLong);
    EXPECT_EQ(checkCommand(LaunchProgram{"fire\nfox"}), CommandProblem::HiddenCharacters);
    EXPECT_EQ(checkCommand(LaunchProgram{"fire\u202Efox"}), CommandProblem::HiddenCharacters);
    EXPECT_EQ(checkCommand(LaunchProgram{"fire\xFF"}), CommandProblem::HiddenCharacters);
}

TEST(CommandCheck, AcceptsFilesOfEveryday) {
    for (const char* path :
         {"/home/anna/Pictures/grandma.jpg", "/home/anna/文档/信.odt", "/srv/a b/c (1).pdf",
          "/home/x/archive.tar.gz", "/home/anna/..hidden/x.png", "/running/x.txt", "/home/a/README"})
        EXPECT_EQ(checkCommand(OpenFile{path, ""}), std::nullopt) << path;
    for (const char* file : {"奶奶的生日.jpg", "letter.odt", "song one.mp3", "a.b.c.pdf", ".hidden.txt"})
        EXPECT_EQ(checkCommand(OpenFile{"", file}), std::nullopt) << file;
}

// S31, M9
TEST(CommandCheck, RefusesHostilePaths) {
    const std::pair<const char*, CommandProblem> rows[] = {
        {"photo.jpg", CommandProblem::RelativePath},
        {"~/photo.jpg", CommandProblem::RelativePath},
        {"./photo.jpg", CommandProblem::RelativePath},
        {"file:///etc/passwd", CommandProblem::RelativePath},
        {"/home/../etc/x", CommandProblem::NotCanonicalPath},
        {"/home/x/..", CommandProblem::NotCanonicalPath},
        {"/home//x", CommandProblem::NotCanonicalPath},
        {"/home/./x", CommandProblem::NotCanonicalPath},
        {"/home/x/.", CommandProblem::NotCanonicalPath},
        {"/home/x/", CommandProblem::NotCanonicalPath},
        {"/", CommandProblem::NotCanonicalPath},
        {"/dev/sda", CommandProblem::SpecialPlace},
        {"/proc/self/environ", CommandProblem::SpecialPlace},
        {"/sys/power/state", CommandProblem::SpecialPlace},
        {"/run/user/1000/bus", CommandProblem::SpecialPlace},
        {"/dev", CommandProblem::SpecialPlace},
        {"/home/a/-rf", CommandProblem::NotAFileName},
        {"/home/a/x\ny.jpg", CommandProblem::HiddenCharacters},
        {"/home/a/gpj.\u202Eexe", CommandProblem::HiddenCharacters},
        {"/home/a/x.desktop", CommandProblem::ExecutableFile},
        {"/home/a/x.SH", CommandProblem::ExecutableFile},
        {"/home/a/photo.jpg.exe", CommandProblem::ExecutableFile},
        {"/home/a/x.AppImage", CommandProblem::ExecutableFile},
        {"/home/a/x.py", CommandProblem::ExecutableFile},
        {"/home/a/x.jar", CommandProblem::ExecutableFile},
        {"/home/a/x.ｓｈ", CommandProblem::ExecutableFile},
        {"/home/a/x.exe.", CommandProblem::ExecutableFile}};
    for (const auto& [path, problem] : rows)
        EXPECT_EQ(checkCommand(OpenFile{path, ""}), problem) << path;
}

TEST(CommandCheck, RefusesHostileFileNames) {
    for (const char* file : {"a/b.jpg", "..", ".", "a\\b.jpg"})
        EXPECT_EQ(checkCommand(OpenFile{"", file}), CommandProblem::NotCanonicalPath) << file;
    EXPECT_EQ(checkCommand(OpenFile{"", "-x.jpg"}), CommandProblem::NotAFileName);
    EXPECT_EQ(checkCommand(OpenFile{"", "run.sh"}), CommandProblem::ExecutableFile);
    EXPECT_EQ(checkCommand(OpenFile{"", "x\u200B.jpg"}), CommandProblem::HiddenCharacters);
    EXPECT_EQ(checkCommand(OpenFile{"", ""}), CommandProblem::NoTarget);
    EXPECT_EQ(checkCommand(OpenFile{"/a", "b"}), CommandProblem::BadValue);
}

// S35
TEST(CommandCheck, SetsOnlyWhatIsOnTheList) {
    for (const auto page : settingsPages())
        EXPECT_EQ(checkCommand(ImSettings{std::string(page), "", ""}), std::nullopt) << page;
    for (const AllowedSetting& setting : allowedSettings())
        for (const auto value : setting.values)
            EXPECT_EQ(checkCommand(ImSettings{"", std::string(setting.key), std::string(value)}),
                      std::nullopt);
    for (const char* key :
         {"hub", "hub-address", "auto-accept", "audit-log", "trusted-devices", "log", "Text-Size"})
        EXPECT_EQ(checkCommand(ImSettings{"", key, "on"}), CommandProblem::UnsafeSetting) << key;
    EXPECT_EQ(checkCommand(ImSettings{"", "text-size", "9000"}), CommandProblem::BadValue);
    EXPECT_EQ(checkCommand(ImSettings{"", "text-size", ""}), CommandProblem::BadValue);
    EXPECT_EQ(checkCommand(ImSettings{"developer", "", ""}), CommandProblem::UnknownSetting);
    EXPECT_EQ(checkCommand(ImSettings{"general", "text-size", "large"}), CommandProblem::BadValue);
    EXPECT_EQ(checkCommand(ImSettings{}), CommandProblem::NoTarget);
}

TEST(CommandCheck, BoundsWhatAHelpSessionMayBe) {
    for (const auto level : {RemoteLevel::Look, RemoteLevel::Point, RemoteLevel::Control}) {
        EXPECT_EQ(checkCommand(RemoteControl{level, 1}), std::nullopt);
        EXPECT_EQ(checkCommand(RemoteControl{level, 120}), std::nullopt);
        EXPECT_EQ(checkCommand(RemoteControl{level, 0}), CommandProblem::BadTime);
        EXPECT_EQ(checkCommand(RemoteControl{level, 121}), CommandProblem::BadTime);
    }
    EXPECT_EQ(checkCommand(RemoteControl{RemoteLevel{}, 30}), CommandProblem::BadValue);
    EXPECT_EQ(checkCommand(RemoteControl{static_cast<RemoteLevel>(4), 30}), CommandProblem::BadValue);
}

TEST(CommandCheck, BoundsWhatAShareMayBe) {
    for (const auto level : {ShareLevel::Look, ShareLevel::Take, ShareLevel::Put}) {
        EXPECT_EQ(checkCommand(ShareFolder{"/home/a/Photos", "", level, 1}), std::nullopt);
        EXPECT_EQ(checkCommand(ShareFolder{"", "run.sh", level, 1440}), std::nullopt);
        EXPECT_EQ(checkCommand(ShareFolder{"", "照片", level, 0}), CommandProblem::BadTime);
        EXPECT_EQ(checkCommand(ShareFolder{"", "照片", level, 1441}), CommandProblem::BadTime);
    }
    EXPECT_EQ(checkCommand(ShareFolder{"", "照片", ShareLevel{}, 30}), CommandProblem::BadValue);
    EXPECT_EQ(checkCommand(ShareFolder{"", "照片", static_cast<ShareLevel>(4), 30}),
              CommandProblem::BadValue);
}

// S33, M9
TEST(CommandCheck, SharesNothingByAHostileNameOrPath) {
    const auto byPath = [](const char* path) { return checkCommand(ShareFolder{path, ""}); };
    const auto byName = [](const char* name) { return checkCommand(ShareFolder{"", name}); };
    EXPECT_EQ(byPath("/"), CommandProblem::NotCanonicalPath);
    EXPECT_EQ(byPath("/home/a/../b"), CommandProblem::NotCanonicalPath);
    EXPECT_EQ(byPath("Photos"), CommandProblem::RelativePath);
    EXPECT_EQ(byPath("/proc/self"), CommandProblem::SpecialPlace);
    EXPECT_EQ(byPath("/home/a/-rf"), CommandProblem::NotAFileName);
    EXPECT_EQ(byPath("/home/a/soto\u202Ehp"), CommandProblem::HiddenCharacters);
    EXPECT_EQ(byName(".."), CommandProblem::NotCanonicalPath);
    EXPECT_EQ(byName("a/b"), CommandProblem::NotCanonicalPath);
    EXPECT_EQ(byName("smb://host"), CommandProblem::NotCanonicalPath);
    EXPECT_EQ(byName("x\u200B"), CommandProblem::HiddenCharacters);
    EXPECT_EQ(checkCommand(ShareFolder{}), CommandProblem::NoTarget);
    EXPECT_EQ(checkCommand(ShareFolder{"/home/a/x", "x"}), CommandProblem::BadValue);
}

// S32
TEST(CommandCheck, RefusesANameWithAShellInIt) {
    for (const char* program :
         {"Git Bash", "Windows Terminal", "打开终端", "运行bash", "命令列", "Terminal.app"})
        EXPECT_EQ(checkCommand(LaunchProgram{program}), CommandProblem::ShellOrTerminal) << program;
    for (const char* program : {"Notepad++", "Visual Studio Code", "微信", "GIMP 2.10"})
        EXPECT_EQ(checkCommand(LaunchProgram{program}), std::nullopt) << program;
}

}  // namespace
}  // namespace sesame::trigger
