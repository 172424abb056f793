// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/execute/own_file.h"

#include "unit/execute/world.h"

#include <gtest/gtest.h>

namespace sesame::execute {
namespace {

using test::World;

struct Own : World {
    std::string place = tree.folder("Downloads/Grandma");

    Status open(const std::string& path) { return openOwnFile(path, place, programs, launcher); }
    std::string saved(const std::string& name, const std::string& content = "x", bool runs = false) {
        return tree.file("Downloads/Grandma/" + name, content, runs);
    }
};

TEST(OwnFile, OpensWithTheApplicationForIt) {
    Own own;
    const std::string path = own.saved("旅行/$(x) 1.txt");
    ASSERT_TRUE(own.open(path));
    EXPECT_EQ(own.launcher.started, (std::vector<std::vector<std::string>>{{"viewer", "--flag", path}}));
}

// S31: what came from another computer is never run.
TEST(OwnFile, S31NeverRunsAnything) {
    Own own;
    for (const std::string& path :
         {own.saved("a.sh", "#!/bin/sh\n"), own.saved("a.desktop", "[Desktop Entry]\nType=Application\n"),
          own.saved("photo.jpg.exe"), own.saved("script", "#!/usr/bin/python3\n", true),
          own.saved("tool",
                    "\x7f"
                    "ELF\x02\x01\x01",
                    true),
          own.saved("x.AppImage"), own.saved("y.jar"), own.tree.file("Downloads/outside.txt", "x"),
          own.tree.path("Downloads/Grandma/../outside.txt"), own.tree.path("Downloads/Grandma/gone.txt")})
        EXPECT_FALSE(own.open(path)) << path;
    own.tree.link("Downloads/Grandma/link.txt", own.saved("a.txt"));
    EXPECT_FALSE(own.open(own.tree.path("Downloads/Grandma/link.txt")));
    EXPECT_TRUE(own.launcher.started.empty());
}

TEST(OwnFile, OpensNothingThatChangesMeanwhile) {
    Own own;
    const std::string path = own.saved("a.txt");
    own.programs.onDefaultFor = [&](const std::string&) {
        std::filesystem::remove(path);
        own.saved("a.txt", "another");
    };
    EXPECT_EQ(own.open(path).error().code, ErrorCode::Changed);
    EXPECT_TRUE(own.launcher.started.empty());
}

TEST(OwnFile, ShowsFoldersOnly) {
    Own own;
    ASSERT_TRUE(showOwnFolder(own.place, own.programs, own.launcher));
    EXPECT_EQ(own.launcher.started.back().back(), own.place);
    EXPECT_EQ(showOwnFolder(own.saved("a.txt"), own.programs, own.launcher).error().code, ErrorCode::Refused);
    own.programs.defaultId.clear();
    EXPECT_EQ(showOwnFolder(own.place, own.programs, own.launcher).error().code, ErrorCode::NotFound);
    EXPECT_EQ(own.launcher.started.size(), 1U);
}

}  // namespace
}  // namespace sesame::execute
