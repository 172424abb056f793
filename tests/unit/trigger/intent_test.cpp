// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/trigger/intent.h"

#include "unit/trigger/intent_figures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

namespace sesame::trigger {
namespace {

using testing::IsEmpty;
using testing::Not;

std::string all(const std::vector<std::string>& mistakes) {
    return std::accumulate(mistakes.begin(), mistakes.end(), std::string(),
                           [](std::string text, const std::string& line) { return text + "\n" + line; });
}

class HeldOutWishes : public testing::TestWithParam<const char*> {};

// What holds on sentences that were never learned, with a margin; docs/benchmarks.md has the figures.
TEST_P(HeldOutWishes, AreRecognisedByIntent) {
    const IntentFigures figures = figuresOf(GetParam());
    std::size_t found = 0;
    std::size_t claimed = 0;
    std::size_t wished = 0;
    for (std::size_t i = 1; i < kIntents; ++i) {
        const IntentCount& count = figures.of[i];
        ASSERT_GE(count.wished, 60U) << name(static_cast<Intent>(i));
        EXPECT_GE(count.precision(), 0.9) << name(static_cast<Intent>(i)) << all(figures.mistakes);
        EXPECT_GE(count.recall(), 0.78) << name(static_cast<Intent>(i)) << all(figures.mistakes);
        found += count.found;
        claimed += count.claimed;
        wished += count.wished;
    }
    EXPECT_GE(static_cast<double>(found), 0.965 * static_cast<double>(claimed)) << all(figures.mistakes);
    EXPECT_GE(static_cast<double>(found), 0.87 * static_cast<double>(wished)) << all(figures.mistakes);
}

TEST_P(HeldOutWishes, AreSeenInOneOfAHundredRefusalsAtMost) {
    const IntentFigures figures = figuresOf(GetParam());
    ASSERT_GE(figures.refused, 120U);
    EXPECT_LE(figures.refusedTaken * 100, figures.refused) << all(figures.mistakes);
}

INSTANTIATE_TEST_SUITE_P(Languages, HeldOutWishes,
                         testing::Values("intent_held_out_en.tsv", "intent_held_out_zh.tsv"));

TEST(Wish, IsSeldomFoundInChat) {
    std::size_t lines = 0;
    std::size_t taken = 0;
    std::string mistakes;
    for (const char* file : {"intent_chat_en.tsv", "intent_chat_zh.tsv"}) {
        const IntentFigures figures = figuresOf(file);
        lines += figures.none;
        taken += figures.noneTaken;
        mistakes += all(figures.mistakes);
    }
    ASSERT_GE(lines, 3000U);
    EXPECT_LE(taken * 1000, 5 * lines) << mistakes;
}

TEST(Wish, NamesWhatIsToBeOpenedAsItWasWritten) {
    EXPECT_EQ(recogniseWish("Please open the Insurance Letter").slot, "Insurance Letter");
    EXPECT_EQ(recogniseWish("請打開計算機").slot, "計算機");
    EXPECT_EQ(recogniseWish("share my holiday photos folder with you").slot, "holiday photos");
    EXPECT_EQ(recogniseWish("make the text bigger please").slot, "text-size larger");
    EXPECT_EQ(recogniseWish("把界面换成英文").slot, "language en");
}

TEST(Wish, IsKeptWhenSomethingElseIsNegated) {
    EXPECT_EQ(recogniseWish("no video please, just call me").intent, Intent::VoiceCall);
    EXPECT_EQ(recogniseWish("不要视频，打个语音过来").intent, Intent::VoiceCall);
    EXPECT_EQ(recogniseWish("I can't find the button, please take over my mouse").intent,
              Intent::RemoteControl);
}

TEST(Wish, IsNoneWhenItIsNegated) {
    for (const char* text :
         {"don't open the calculator", "please do not take over my mouse", "never share my photos",
          "不要打开计算器", "别远程控制我的电脑", "照片文件夹就不要共享了", "don't stop", "别停",
          "keep going", "no video call please"})
        EXPECT_EQ(recogniseWish(text).intent, Intent::None) << text;
}

TEST(Wish, IsNoneInWhatIsQuotedPastedOrWrittenForMachines) {
    const std::string wish = "open the calculator";
    ASSERT_EQ(recogniseWish(wish).intent, Intent::LaunchProgram);
    for (const std::string& text :
         {"> " + wish, "she said \"" + wish + "\"", wish + "\nand then the photos",
          "https://example.org/ " + wish, "anna@example.org: " + wish, "run(\"" + wish + "\");",
          wish + std::string(2000, ' ') + wish, std::string("他说“请打开计算器”")})
        EXPECT_EQ(recogniseWish(text).intent, Intent::None) << text;
}

TEST(Wish, IsNoneOnSomebodyElsesComputer) {
    for (const char* text : {"please take over my sister's computer", "open the calculator on your computer",
                             "帮我远程一下邻居的电脑"})
        EXPECT_EQ(recogniseWish(text).intent, Intent::None) << text;
}

TEST(Wish, IsNoneInBytesThatAreNoText) {
    EXPECT_EQ(recogniseWish("open the calculator\xff").intent, Intent::None);
    EXPECT_EQ(recogniseWish("").intent, Intent::None);
    EXPECT_EQ(recogniseWish(std::string(1'000'000, 'a')).intent, Intent::None);
    EXPECT_EQ(recogniseWish(std::string("open\0the calculator", 19)).slot.find('\0'), std::string::npos);
}

TEST(Wish, IsNoneWhenItIsForLater) {
    for (const char* text :
         {"call me tomorrow", "please open the calculator next week", "明天给我打电话", "下周帮我远程一下"})
        EXPECT_EQ(recogniseWish(text).intent, Intent::None) << text;
    EXPECT_EQ(recogniseWish("打开明天的日程表").intent, Intent::OpenFile);
}

TEST(WishExplanation, TellsWhatSpokeForAndAgainst) {
    const WishExplanation explained = explainWish("please open the calculator");
    EXPECT_EQ(explained.wish.intent, Intent::LaunchProgram);
    EXPECT_EQ(explained.ranking[0].intent, Intent::LaunchProgram);
    EXPECT_EQ(explained.weighed, Intent::LaunchProgram);
    EXPECT_THAT(explained.speaksFor, Not(IsEmpty()));
    EXPECT_GT(explained.speaksFor.front().weight, 0);
    EXPECT_THAT(explained.guard, IsEmpty());
    double sum = 0;
    for (const auto& score : explained.ranking)
        sum += score.probability;
    EXPECT_NEAR(sum, 1, 1e-9);
}

TEST(WishExplanation, NamesTheGuardThatDecided) {
    EXPECT_EQ(explainWish("don't open the calculator").guard, "negated");
    EXPECT_EQ(explainWish("> open the calculator").guard, "quoted");
    EXPECT_EQ(explainWish("open the calculator\nplease").guard, "several-lines");
    EXPECT_EQ(explainWish("take over my sister's computer please").guard, "other-computer");
    EXPECT_EQ(explainWish("what a lovely day").guard, "unsure");
    EXPECT_EQ(explainWish("\xff").guard, "unreadable");
}

TEST(WishExplanation, IsWhatTheRecogniserSays) {
    for (const char* text : {"call me", "don't call me", "帮我看下屏幕", "hello", "stop"}) {
        EXPECT_EQ(explainWish(text).wish.intent, recogniseWish(text).intent) << text;
        EXPECT_EQ(explainWish(text).wish.slot, recogniseWish(text).slot) << text;
    }
}

}  // namespace
}  // namespace sesame::trigger
