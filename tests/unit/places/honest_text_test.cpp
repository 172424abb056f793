// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/places/honest_text.h"

#include <gtest/gtest.h>

namespace sesame::places {
namespace {

TEST(ShownText, LeavesHonestTextAsItIs) {
    for (const char* text : {"", "报告 2026.txt", "Été", "👍🏽.png", "<b>&amp;%1</b>"}) {
        EXPECT_TRUE(isHonestText(text)) << text;
        EXPECT_EQ(shownText(text), text);
    }
}

// S34, S49: no control or bidi character, and no byte that is no text, ever reaches a screen.
TEST(ShownText, S34ShowsAMarkForWhatDeceives) {
    EXPECT_EQ(shownText("photo\u202Egpj.exe"), "photo\uFFFDgpj.exe");
    EXPECT_EQ(shownText("a\nb\tc\x1B[31m"), "a\uFFFDb\uFFFDc\uFFFD[31m");
    EXPECT_EQ(shownText("a\u200Bb\u2066c\uFEFF"), "a\uFFFDb\uFFFDc\uFFFD");
    EXPECT_EQ(shownText("a\xFF\xC0\xAF"), "a\uFFFD\uFFFD\uFFFD");
    EXPECT_EQ(shownText("cut \xE8\xAE"), "cut \uFFFD\uFFFD");
}

TEST(ShownText, IsAlwaysHonest) {
    for (int first = 0; first < 256; ++first)
        for (int second = 0; second < 256; ++second) {
            const std::string raw{'a', static_cast<char>(first), static_cast<char>(second), 'z'};
            EXPECT_TRUE(isHonestText(shownText(raw))) << first << ' ' << second;
        }
}

}  // namespace
}  // namespace sesame::places
