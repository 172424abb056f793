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

MediaPrint noise(unsigned seed, std::size_t items = 100) {
    SoundPrint print;
    for (std::uint32_t value = seed * 2654435761U + 1; print.items.size() < items;
         value = value * 1664525 + 1013904223)
        print.items.push_back(value ^ value >> 16);
    return print;
}

Rule bySound(unsigned seed, int id) {
    Rule out = rule("", id);
    out.media = noise(seed);
    return out;
}

// I10
TEST(RuleCheck, RefusesASoundThatIsNoKey) {
    Rule made = bySound(1, 1);
    EXPECT_FALSE(checkRule(made, {}));
    made.media = noise(1, 5);
    EXPECT_STREQ(checkRule(made, {})->reason(), "media-too-short");
    made.media = SoundPrint{std::vector<std::uint32_t>(100, 7)};
    EXPECT_STREQ(checkRule(made, {})->reason(), "media-silent");
    made = bySound(1, 1);
    made.command = LaunchProgram{"bash"};
    EXPECT_STREQ(checkRule(made, {})->reason(), "shell-or-terminal");
}

// I10
TEST(RuleCheck, RefusesASoundTooLikeAnother) {
    const Rule others[] = {bySound(1, 1), rule("打开计算器", 2)};
    EXPECT_STREQ(checkRule(bySound(1, 9), others)->reason(), "media-like-another-rule");
    EXPECT_FALSE(checkRule(bySound(2, 9), others));
    EXPECT_FALSE(checkRule(bySound(1, 1), others));
    EXPECT_FALSE(checkRule(rule("播放家庭录像", 9), others));
}

TEST(RuleCheck, RefusesMoreSoundsThanAreLookedAt) {
    std::vector<Rule> others;
    for (unsigned i = 1; i <= kMostMediaRules; ++i)
        others.push_back(bySound(i, static_cast<int>(i)));
    EXPECT_STREQ(checkRule(bySound(99, 99), others)->reason(), "media-too-many");
    EXPECT_FALSE(checkRule(bySound(1, 1), others));
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
