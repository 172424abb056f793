// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/set_plan.h"

#include <gtest/gtest.h>

namespace sesame::client {
namespace {

/// What stands in the table of one receiver, and what a set would make of it.
struct SetPlan : testing::Test {
    crypto::SystemRandom random;
    PlanTerms terms;
    std::vector<RuleBook::Known> onFile;

    SetPlan() {
        terms.helper.value.fill(std::byte{1});
        terms.receiver.value.fill(std::byte{2});
        terms.nowMs = 1'795'000'000'000;
    }

    static SetRow row(const char* phrase, const char* program = "Calculator") {
        return {phrase, trigger::LaunchProgram{program}, {{true, true}}};
    }
    RuleId has(const SetRow& row, std::uint64_t version = 3) {
        RuleBook::Known one;
        one.rule.id = one.record.id = random.ruleId();
        one.rule.version = one.record.version = version;
        one.rule.phrase = row.phrase;
        one.rule.command = row.command;
        one.rule.ways = row.terms.ways;
        one.rule.helper = terms.helper;
        one.rule.receiver = terms.receiver;
        one.rule.createdMs = 1;
        onFile.push_back(one);
        return one.rule.id;
    }
    std::vector<PlannedRule> plan(const std::vector<SetRow>& rows, const QList<bool>& picked = {}) {
        return planSet({"Family", rows}, picked, onFile, terms, random);
    }
    std::vector<RowFate> fates(const std::vector<SetRow>& rows, const QList<bool>& picked = {}) {
        std::vector<RowFate> out;
        for (const auto& one : plan(rows, picked))
            out.push_back(one.fit.fate);
        return out;
    }
};
using Fates = std::vector<RowFate>;

TEST_F(SetPlan, MakesWhatIsNotThere) {
    SetRow wanted = row("please open the calculator");
    wanted.terms = {{true, false, true}, trigger::JudgePlace::Helper, 2};
    const auto planned = plan({wanted});
    ASSERT_EQ(planned[0].fit.fate, RowFate::New);
    const trigger::Rule& rule = planned[0].rule;
    EXPECT_EQ(rule.version, 1U);
    EXPECT_EQ(rule.helper, terms.helper);
    EXPECT_EQ(rule.receiver, terms.receiver);
    EXPECT_EQ(rule.expiresMs - rule.createdMs, 2LL * 24 * 3600 * 1000);
    EXPECT_EQ(rowOf(rule), wanted);
}

TEST_F(SetPlan, LeavesAloneWhatIsThereWordForWord) {
    has(row("please open the calculator"));
    EXPECT_EQ(fates({row("please open the calculator")}), Fates{RowFate::Same});
}

TEST_F(SetPlan, PutsARuleOfTheSamePhraseIntoThePlaceOfTheOther) {
    const RuleId id = has(row("please open the calculator"), 7);
    const auto planned = plan({row("Please open the calculator!", "Notes")});
    ASSERT_EQ(planned[0].fit.fate, RowFate::Replaces);
    EXPECT_EQ(planned[0].rule.id, id);
    EXPECT_EQ(planned[0].rule.version, 8U);
    EXPECT_EQ(planned[0].fit.former, "please open the calculator");
}

// An end begins anew, and a rule for a former key does nothing.
TEST_F(SetPlan, MakesAnewWhatHasAnEndOrWasMadeForAFormerKey) {
    has(row("please open the calculator"));
    SetRow limited = row("please open the calculator");
    limited.terms.days = 5;
    EXPECT_EQ(fates({limited}), Fates{RowFate::Replaces});
    onFile[0].rule.receiver.value.fill(std::byte{9});
    EXPECT_EQ(fates({row("please open the calculator")}), Fates{RowFate::Replaces});
}

TEST_F(SetPlan, RefusesWhatMayBeNoRuleWithTheReason) {
    has(row("please open the calculator"));
    const auto planned =
        plan({row("hello"), row("please open the calculators"), row("fetch the news please", "bash")});
    EXPECT_EQ(planned[0].fit.fate, RowFate::Refused);
    ASSERT_EQ(planned[1].fit.fate, RowFate::Refused);
    EXPECT_EQ(planned[1].fit.problem->phrase, trigger::PhraseProblem::ConfusableRule);
    EXPECT_EQ(planned[1].fit.problem->otherPhrase, "please open the calculator");
    ASSERT_EQ(planned[2].fit.fate, RowFate::Refused);
    EXPECT_EQ(planned[2].fit.problem->command, trigger::CommandProblem::ShellOrTerminal);
}

TEST_F(SetPlan, LooksAtTheRowsBeforeThatArePicked) {
    const std::vector<SetRow> rows{row("please open the calculator"),
                                   row("please open the calculator", "Notes")};
    EXPECT_EQ(fates(rows), (Fates{RowFate::New, RowFate::Refused}));
    EXPECT_EQ(fates(rows, {false, true}), (Fates{RowFate::New, RowFate::New}));
}

// A phrase that is there twice never becomes two rules, whatever was there before.
TEST_F(SetPlan, TakesOneOfTwoRowsOfAPhraseThatIsThere) {
    has(row("please open the calculator"));
    EXPECT_EQ(fates({row("please open the calculator", "Notes"), row("please open the calculator", "Mail")}),
              (Fates{RowFate::Replaces, RowFate::Refused}));
}

TEST_F(SetPlan, HasRoomForSoManyRulesTombstonesIncluded) {
    for (std::size_t i = 0; i + 1 < RuleBook::kMostRules; ++i) {
        has(row("gone"));
        onFile.back().rule.removed = true;
    }
    for (auto& one : onFile)
        one.record.enabled = true;
    EXPECT_EQ(fates({row("please open the calculator"), row("show me the weather")}),
              (Fates{RowFate::New, RowFate::NoRoom}));
}

}  // namespace
}  // namespace sesame::client
