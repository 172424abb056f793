// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/share/saved_name.h"

#include "sesame/places/honest_text.h"

#include <gtest/gtest.h>

namespace sesame::share {
namespace {

TEST(SavedName, LeavesHonestNamesAsTheyAre) {
    for (const char* name :
         {"a.txt", "报告 2026.pdf", "Été.tar.gz", "👍🏽.png", "no ending", "a-b_c(1).txt"})
        EXPECT_EQ(savedName(name), name);
}

// S34
TEST(SavedName, S34TakesAwayWhatDeceivesOrActs) {
    EXPECT_EQ(savedName(".bashrc"), "_bashrc");
    EXPECT_EQ(savedName(".."), "__");
    EXPECT_EQ(savedName("."), "_");
    EXPECT_EQ(savedName(""), "_");
    EXPECT_EQ(savedName("-rf"), "_rf");
    EXPECT_EQ(savedName("end. "), "end._");
    EXPECT_EQ(savedName("a/b"), "a_b");
    EXPECT_EQ(savedName("a\u202Eb\nc\xFF"), "a_b_c_");
}

TEST(SavedName, ShortensTheFrontAndCutsNoCharacter) {
    std::string name;
    for (int i = 0; i < 100; ++i)
        name += "字";
    const std::string saved = savedName(name + ".jpeg");
    EXPECT_LE(saved.size(), 240U);
    EXPECT_TRUE(saved.ends_with(".jpeg"));
    EXPECT_TRUE(places::isHonestText(saved));
}

TEST(SavedName, OfAPathIsThatOfEachPart) {
    EXPECT_EQ(savedPath("a/.ssh/-x"), "a/_ssh/_x");
    EXPECT_EQ(savedPath("a"), "a");
}

TEST(SavedName, IsNumberedBeforeItsEnding) {
    EXPECT_EQ(numbered("photo.jpg", 1), "photo.jpg");
    EXPECT_EQ(numbered("photo.jpg", 2), "photo (2).jpg");
    EXPECT_EQ(numbered("no ending", 3), "no ending (3)");
    EXPECT_EQ(numbered(".profile", 2), ".profile (2)");
}

}  // namespace
}  // namespace sesame::share
