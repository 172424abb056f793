// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/trigger/judge.h"

#include <gtest/gtest.h>

namespace sesame::trigger {
namespace {

PublicIdentity person(int number) {
    PublicIdentity out;
    out.value[0] = static_cast<std::byte>(number);
    return out;
}

constexpr int kReceiver = 1, kHelper = 2, kStranger = 3;

Candidate candidate(const char* phrase) {
    Candidate out;
    out.rule.phrase = phrase;
    out.rule.helper = person(kHelper);
    out.rule.receiver = person(kReceiver);
    return out;
}

RuleTable table() {
    return RuleTable({candidate("打开计算器"), candidate("show me the photos"), candidate("芝麻开门")});
}

OwnMessage typed(const char* text) {
    OwnMessage out;
    out.author = person(kReceiver);
    out.recipient = person(kHelper);
    out.text = text;
    out.composed = true;
    return out;
}

TEST(Judge, FindsTheRuleThatWasTyped) {
    const RuleTable rules = table();
    const Verdict verdict = judge(typed("Show me the photos!"), rules);
    EXPECT_EQ(verdict.kind, MatchKind::Match);
    ASSERT_TRUE(verdict.candidate);
    EXPECT_EQ(verdict.candidate->rule.phrase, "show me the photos");
}

TEST(Judge, OffersTheRuleThatWasMeant) {
    const RuleTable rules = table();
    for (const char* text : {"打开记算器", "好的，打开计算器吧", "请打开计算器", "da kai ji suan qi"}) {
        const Verdict verdict = judge(typed(text), rules);
        EXPECT_EQ(verdict.kind, MatchKind::Near) << text;
        ASSERT_TRUE(verdict.candidate) << text;
        EXPECT_EQ(verdict.candidate->rule.phrase, "打开计算器");
    }
}

TEST(Judge, HasNoRuleForAnythingElse) {
    const RuleTable rules = table();
    for (const char* text : {"", "今天天气很好", "不要打开计算器", "打开计算器吗", "hide me the photos"}) {
        const Verdict verdict = judge(typed(text), rules);
        EXPECT_EQ(verdict.kind, MatchKind::No) << text;
        EXPECT_EQ(verdict.candidate, nullptr);
    }
}

// I1, S14, S15: what was quoted, forwarded, edited or received is not composed.
TEST(Judge, TakesOnlyComposedMessages) {
    const RuleTable rules = table();
    for (const char* text : {"打开计算器", "打开记算器"}) {
        OwnMessage message = typed(text);
        message.composed = false;
        EXPECT_EQ(judge(message, rules).kind, MatchKind::No);
    }
}

TEST(Judge, TakesNoPhraseOfARuleThatOnlyButtonsGrant) {
    Candidate buttons = candidate("打开计算器");
    buttons.rule.ways = {false, true};
    const RuleTable rules({buttons});
    for (const char* text : {"打开计算器", "打开记算器"})
        EXPECT_EQ(judge(typed(text), rules).kind, MatchKind::No) << text;
}

// I1: only to the rule's own helper, only by its receiver.
TEST(Judge, TakesOnlyMessagesBetweenTheRulesPair) {
    const RuleTable rules = table();
    for (const char* text : {"打开计算器", "打开记算器"}) {
        OwnMessage elsewhere = typed(text);
        elsewhere.recipient = person(kStranger);
        EXPECT_EQ(judge(elsewhere, rules).kind, MatchKind::No);
        OwnMessage turned = typed(text);
        std::swap(turned.author, turned.recipient);
        EXPECT_EQ(judge(turned, rules).kind, MatchKind::No);
    }
}

// S16
TEST(Judge, TakesNothingSentRightAfterAPaste) {
    const RuleTable rules = table();
    for (const auto& [ms, kind] : {std::pair{-1, MatchKind::Match}, std::pair{0, MatchKind::No},
                                   std::pair{299, MatchKind::No}, std::pair{300, MatchKind::Match}}) {
        OwnMessage message = typed("打开计算器");
        message.msSincePaste = ms;
        EXPECT_EQ(judge(message, rules).kind, kind) << ms;
    }
}

// S14
TEST(Judge, TakesTheWholeMessageOnly) {
    const RuleTable rules = table();
    for (const char* text :
         {"> 打开计算器\n是什么", "图片说明 打开计算器.png", "打开计算器\n取消", "他发来“打开计算器”"})
        EXPECT_EQ(judge(typed(text), rules).kind, MatchKind::No) << text;
}

TEST(Judge, KnowsNoRemovedRule) {
    Candidate gone = candidate("打开计算器");
    gone.rule.removed = true;
    const RuleTable rules({gone});
    EXPECT_EQ(judge(typed("打开计算器"), rules).kind, MatchKind::No);
    EXPECT_EQ(judge(typed("打开计算气"), rules).kind, MatchKind::No);
}

}  // namespace
}  // namespace sesame::trigger
