// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/trigger/rule_check.h"

#include <gtest/gtest.h>

namespace sesame::trigger {
namespace {

Rule rule(const char* phrase, int id) {
    Rule out;
    out.id.value[0] = static_cast<std::byte>(id);
    out.phrase = phrase;
    out.command = LaunchProgram{"计算器"};
    return out;
}

// I10
TEST(RuleCheck, RefusesAPhraseTooLikeAnother) {
    const Rule others[] = {rule("打开计算器", 1), rule("show me the photos", 2)};
    for (const char* phrase : {"打开计算器", "打開計算器！", "打开记算器", "请打开计算器",
                               "show me the photo", "SHOW ME THE PHOTOS", "show rne the photos"}) {
        const auto problem = checkRule(rule(phrase, 9), others);
        ASSERT_TRUE(problem) << phrase;
        EXPECT_STREQ(problem->reason(), "confusable-rule") << phrase;
        EXPECT_FALSE(problem->otherPhrase.empty());
    }
    for (const char* phrase : {"打开浏览器", "播放家庭录像", "show me the letters", "关闭计算器"})
        EXPECT_FALSE(checkRule(rule(phrase, 9), others)) << phrase;
}

TEST(RuleCheck, IgnoresOlderVersionsTombstonesAndOtherPairs) {
    Rule removed = rule("打开计算器", 2);
    removed.removed = true;
    Rule elsewhere = rule("打开计算器", 3);
    elsewhere.helper.value[0] = std::byte{7};
    const Rule others[] = {rule("打开计算器", 1), removed, elsewhere};
    EXPECT_FALSE(checkRule(rule("打开计算器", 1), others));
}

TEST(RuleCheck, NamesTheProblemOfPhraseOrCommand) {
    EXPECT_STREQ(checkRule(rule("好的", 1), {})->reason(), "too-short");
    Rule hostile = rule("打开计算器", 1);
    hostile.command = LaunchProgram{"bash"};
    EXPECT_STREQ(checkRule(hostile, {})->reason(), "shell-or-terminal");
}

// I10, S11
TEST(RuleCheck, RefusesDigitsThatPassForLettersOfAnotherRule) {
    const std::vector<Rule> others = {rule("0pen the a1bum", 2)};
    EXPECT_STREQ(checkRule(rule("open the album", 1), others)->reason(), "confusable-rule");
}

}  // namespace
}  // namespace sesame::trigger
