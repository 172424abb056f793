// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "unit/trigger/tsv.h"

#include "sesame/trigger/judge.h"
#include "sesame/trigger/phrase.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace sesame::trigger {
namespace {

Candidate candidate(std::string phrase) {
    Candidate out;
    out.rule.phrase = std::move(phrase);
    return out;
}

std::vector<Candidate> manyCandidates(int count) {
    std::vector<Candidate> out;
    for (int i = 0; i < count; ++i)
        out.push_back(candidate("打开文件夹第" + std::to_string(i * 7919) + "号照片"));
    return out;
}

bool finds(const RuleTable& table, const std::string& phrase, const std::string& typed) {
    return std::ranges::any_of(table.nearby(typed),
                               [&](const Candidate* found) { return found->rule.phrase == phrase; });
}

TEST(RuleTable, FindsEveryPhraseExactly) {
    const RuleTable table(manyCandidates(20000));
    EXPECT_EQ(table.size(), 20000U);
    for (int i = 0; i < 20000; i += 37) {
        const std::string phrase = "打开文件夹第" + std::to_string(i * 7919) + "号照片";
        ASSERT_TRUE(table.exact(normalise(phrase)));
        EXPECT_EQ(table.exact(normalise(phrase))->rule.phrase, phrase);
    }
    EXPECT_EQ(table.exact("打开计算器"), nullptr);
    EXPECT_EQ(table.exact(""), nullptr);
}

TEST(RuleTable, IsEmptyWithoutRules) {
    const RuleTable table({});
    EXPECT_EQ(table.size(), 0U);
    EXPECT_EQ(table.exact("打开计算器"), nullptr);
    EXPECT_TRUE(table.nearby("打开计算器").empty());
}

TEST(RuleTable, BringsEveryNearRuleOfTheTablesAmongManyOthers) {
    std::vector<Candidate> all = manyCandidates(5000);
    std::vector<std::vector<std::string>> rows;
    std::set<std::string> phrases;
    for (const char* file : {"compare_zh.tsv", "compare_en.tsv", "compare_more.tsv", "compare_unseen.tsv",
                             "compare_held_out.tsv"})
        for (auto& row : readTsv(file))
            if (row[2] == "near") {
                if (phrases.insert(row[0]).second)
                    all.push_back(candidate(row[0]));
                rows.push_back(std::move(row));
            }
    const RuleTable table(std::move(all));
    for (const auto& row : rows)
        EXPECT_TRUE(finds(table, row[0], row[1])) << row[0] << " | " << row[1];
}

TEST(RuleTable, BringsFewWhateverItsSize) {
    const RuleTable table(manyCandidates(20000));
    EXPECT_LE(table.nearby("打开文件夹第7919号照骗").size(), 16U);
    EXPECT_TRUE(table.nearby(std::string(5000, 'a')).empty());
}

}  // namespace
}  // namespace sesame::trigger
