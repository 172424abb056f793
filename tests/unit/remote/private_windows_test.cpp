// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/remote/private_windows.h"

#include "remote/window_words.h"
#include "support/places.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

namespace sesame::remote {
namespace {

using ::testing::ElementsAre;

struct Window {
    std::string title;
    std::string windowClass;
};

std::vector<Window> windowsOf(const std::string& file) {
    std::ifstream in(std::string(SESAME_SOURCE_DIR) + "/tests/unit/remote/data/" + file);
    std::vector<Window> out;
    for (std::string line; std::getline(in, line);) {
        const auto tab = line.find('\t');
        if (!line.starts_with('#') && tab != std::string::npos)
            out.push_back({line.substr(0, tab), line.substr(tab + 1)});
    }
    return out;
}

// S30
TEST(PrivateWindows, KnowsBanksPasswordsAndWallets) {
    const auto windows = windowsOf("private_titles.tsv");
    ASSERT_GE(windows.size(), 50U);
    std::size_t missed = 0;
    for (const Window& window : windows) {
        if (isPrivateWindow(window.title, window.windowClass))
            continue;
        ++missed;
        std::cout << "missed: " << window.title << " (" << window.windowClass << ")\n";
    }
    EXPECT_LE(missed * 100, windows.size() * 5) << missed << " of " << windows.size();
}

TEST(PrivateWindows, LeavesOrdinaryWindowsAlone) {
    const auto windows = windowsOf("ordinary_titles.tsv");
    ASSERT_GE(windows.size(), 200U);
    std::size_t wrong = 0;
    for (const Window& window : windows) {
        if (!isPrivateWindow(window.title, window.windowClass))
            continue;
        ++wrong;
        std::cout << "wrong: " << window.title << " (" << window.windowClass << ")\n";
    }
    EXPECT_LE(wrong * 100, windows.size() * 2) << wrong << " of " << windows.size();
}

TEST(PrivateWindows, GoesByTheClassWhateverTheTitleSays) {
    EXPECT_TRUE(isPrivateWindow("", "KeePassXC"));
    EXPECT_TRUE(isPrivateWindow("Holiday photos - YouTube", "Polkit-gnome-authentication-agent-1"));
    EXPECT_FALSE(isPrivateWindow("", ""));
    EXPECT_FALSE(isPrivateWindow("", "firefox"));
}

TEST(PrivateWindows, IsNotFooledByStrangeBytes) {
    EXPECT_FALSE(isPrivateWindow("\xEF\xBC", "\xFF\xFE"));
    EXPECT_FALSE(isPrivateWindow(std::string(100'000, '-'), std::string(1000, 'a')));
    EXPECT_FALSE(isPrivateWindow(std::string("\0 - \0", 5), ""));
}

TEST(WindowWords, TakeATitleApart) {
    EXPECT_THAT(titleParts("Log in - Chase — Mozilla Firefox"),
                ElementsAre("Log in", "Chase", "Mozilla Firefox"));
    EXPECT_THAT(titleParts("支付宝_百度百科"), ElementsAre("支付宝", "百度百科"));
    EXPECT_THAT(titleParts("登录-中国建设银行 | 首页"), ElementsAre("登录", "中国建设银行", "首页"));
    EXPECT_THAT(titleParts("git-checkout: https://a.example"),
                ElementsAre("git-checkout", "https", "//a.example"));
    EXPECT_THAT(titleParts(" - "), ElementsAre());
}

TEST(WindowWords, FindWholeWordsOnly) {
    EXPECT_EQ(findWord("the bank", "bank"), 4U);
    EXPECT_EQ(findWord("riverbank bank", "bank"), 10U);
    EXPECT_EQ(findWord("banking", "bank"), std::string_view::npos);
    EXPECT_EQ(findWord("我的支付宝账户", "支付宝"), 6U);
}

TEST(WindowWords, FoldCaseAndWidth) {
    EXPECT_EQ(folded("ＨＳＢＣ　Ａｂｃ－1 银行"), "hsbc abc-1 银行");
}

}  // namespace
}  // namespace sesame::remote
