// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "unit/trigger/tsv.h"

#include "sesame/trigger/rule_check.h"

#include <gtest/gtest.h>

namespace sesame::trigger {
namespace {

class PhraseTable : public testing::TestWithParam<const char*> {};

// I10, S11, S12, S13, M9
TEST_P(PhraseTable, IsAnsweredAsWritten) {
    const auto rows = readTsv(GetParam());
    ASSERT_GE(rows.size(), 50U);
    for (const auto& row : rows) {
        const auto problem = checkPhrase(row[0]);
        EXPECT_STREQ(problem ? "reject" : "accept", row[1].c_str()) << row[0];
        if (problem && row.size() > 2 && !row[2].empty()) {
            EXPECT_STREQ(name(*problem), row[2].c_str()) << row[0];
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Data, PhraseTable,
                         testing::Values("phrase_check.tsv", "hostile_phrases.tsv", "phrase_more.tsv",
                                         "phrase_unseen.tsv", "phrase_spoken.tsv"));

TEST(PhraseCheck, RefusesWhatIsNotUtf8) {
    EXPECT_EQ(checkPhrase("打开计算器\xFF"), PhraseProblem::NotUtf8);
}

// S11
TEST(PhraseCheck, RefusesWhatStandsForTheUnshowable) {
    EXPECT_EQ(checkPhrase("打开\uFFFD家庭相册"), PhraseProblem::HiddenCharacters);
    EXPECT_EQ(checkPhrase("打开\uFFFC家庭相册"), PhraseProblem::HiddenCharacters);
}

// S11: Cyrillic and Lisu letters, every one of which passes for a Latin one.
TEST(PhraseCheck, RefusesAWholePhraseThatPassesForLatin) {
    EXPECT_EQ(checkPhrase("ѕсоре аррӏе"), PhraseProblem::MixedScripts);
    EXPECT_EQ(checkPhrase("ꓳꓑꓰꓠ ꓑꓧꓳꓔꓳ"), PhraseProblem::MixedScripts);
    EXPECT_EQ(checkPhrase("открой мои фотографии"), std::nullopt);
}

TEST(PhraseCheck, CountsCodePointsForItsBound) {
    std::string phrase = "打开计算器";
    while (phrase.size() / 3 < 64)
        phrase += phrase.size() % 2 == 0 ? "象" : "舞";
    EXPECT_NE(checkPhrase(phrase), PhraseProblem::TooLong);
    EXPECT_EQ(checkPhrase(phrase + "象"), PhraseProblem::TooLong);
    EXPECT_EQ(checkPhrase(std::string(1 << 20, 'a')), PhraseProblem::TooLong);
}

}  // namespace
}  // namespace sesame::trigger
