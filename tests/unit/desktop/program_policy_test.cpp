// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/desktop/program_policy.h"

#include "support/temp_tree.h"

#include <gtest/gtest.h>

namespace sesame::desktop {
namespace {

// S32
TEST(ProgramPolicy, KnowsProgramsThatRunOthers) {
    for (const char* name :
         {"sh",          "bash",     "Bash",   "dash",   "zsh",     "python",         "python3",
          "python3.11",  "perl5.36", "lua5.4", "node",   "xterm",   "gnome-terminal", "konsole",
          "env",         "sudo",     "pkexec", "wine64", "ruby3.1", "busybox",        "xdg-open",
          "systemd-run", "ssh",      "java",   "php8.2", "gio"})
        EXPECT_TRUE(runsOtherPrograms(name)) << name;
    for (const char* name : {"galculator", "gnome-calculator", "firefox", "libreoffice", "gimp-2.10",
                             "pythonista", "shotwell", "bashful", "envelope", "sudoku", "gnome-sudoku",
                             "node-editor", "termite-game", "x2goclient", "0ad", "7zFM", "wechat", "scummvm"})
        EXPECT_FALSE(runsOtherPrograms(name)) << name;
}

struct Bin {
    Bin() {
        for (const char* name : {"calc", "sh", "python3.11", "env", "flatpak", "xterm"})
            tree.file(std::string("bin/") + name, "", true);
        tree.file("bin/data", "", false);
        tree.folder("bin/folder");
        tree.link("bin/harmless", tree.path("bin/sh"));
        tree.link("bin/term", "harmless");
        tree.link("bin/linked-calc", "calc");
        tree.link("bin/gone", "nowhere");
    }
    Result<std::string> check(std::vector<std::string> argv,
                              std::optional<std::size_t> fileAt = std::nullopt) {
        line = {std::move(argv), fileAt};
        return checkProgram(line, {tree.path("bin")});
    }
    test::TempTree tree;
    ExecLine line;
};

TEST(ProgramPolicy, FindsTheProgramFile) {
    Bin bin;
    EXPECT_EQ(*bin.check({"calc"}), bin.tree.path("bin/calc"));
    EXPECT_EQ(*bin.check({bin.tree.path("bin/calc"), "-x"}), bin.tree.path("bin/calc"));
    EXPECT_EQ(*bin.check({"linked-calc"}), bin.tree.path("bin/calc"));
}

TEST(ProgramPolicy, RefusesShellsAlsoBehindLinksAndPaths) {
    Bin bin;
    for (const auto& argv :
         std::vector<std::vector<std::string>>{{"sh", "-c", "x"},
                                               {bin.tree.path("bin/sh")},
                                               {"harmless"},
                                               {"term"},
                                               {"python3.11", "x.py"},
                                               {"xterm"},
                                               {"gone"},
                                               {"data"},
                                               {"folder"},
                                               {"not-there"},
                                               {"./calc"},
                                               {"bin/calc"},
                                               {"../bin/calc"},
                                               {"env"},
                                               {"env", "-S", "calc"},
                                               {"env", "-i", "calc"},
                                               {"env", "A=1", "sh"},
                                               {"env", "A=1", "env", "calc"},
                                               {"env", "A=1"},
                                               {"flatpak", "run"},
                                               {"flatpak", "install", "x"},
                                               {"flatpak", "run", "--command=sh", "org.a.B"},
                                               {"flatpak", "run", "--command=/bin/bash", "org.a.B"},
                                               {"flatpak", "run", "--devel", "org.a.B"},
                                               {}})
        EXPECT_FALSE(bin.check(argv)) << (argv.empty() ? "" : argv.front());
}

TEST(ProgramPolicy, SkipsHarmlessAssignments) {
    Bin bin;
    ASSERT_TRUE(bin.check({"env", "A=1", "LD_PRELOAD=/x.so", "calc", "-q"}, 5));
    EXPECT_EQ(bin.line.argv, (std::vector<std::string>{"calc", "-q"}));
    EXPECT_EQ(bin.line.fileAt, 2U);
    EXPECT_FALSE(bin.check({"env", "A=1", "calc"}, 1));
}

TEST(ProgramPolicy, AllowsFlatpaksOwnEntries) {
    Bin bin;
    EXPECT_TRUE(bin.check(
        {"flatpak", "run", "--branch=stable", "--command=calc", "org.gnome.Calculator", "@@u", "@@"}));
}

}  // namespace
}  // namespace sesame::desktop
