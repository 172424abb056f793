// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "unit/trigger/tsv.h"

#include "sesame/trigger/judge.h"

#include <gtest/gtest.h>

namespace sesame::trigger {
namespace {

class CompareTable : public testing::TestWithParam<const char*> {};

// S14, S17, M9: quotations, negations, questions, reports and look-alikes never match; slips only ask.
TEST_P(CompareTable, IsAnsweredAsWritten) {
    const auto rows = readTsv(GetParam());
    ASSERT_GE(rows.size(), 50U);
    for (const auto& row : rows) {
        ASSERT_GE(row.size(), 3U) << row[0];
        EXPECT_STREQ(name(compare(row[0], row[1])), row[2].c_str()) << row[0] << " | " << row[1];
    }
}

INSTANTIATE_TEST_SUITE_P(Data, CompareTable,
                         testing::Values("compare_zh.tsv", "compare_en.tsv", "compare_more.tsv",
                                         "compare_unseen.tsv", "compare_held_out.tsv"));

const char* const kPhrases[] = {"开启远程控制功能",        "打开计算器",          "把字调大一点",
                                "打开奶奶的生日照片",      "open the calculator", "show me the photos",
                                "purple monkey dishwasher"};

// Every place between two characters.
std::vector<std::size_t> seams(const std::string& text) {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i <= text.size(); ++i)
        if (i == text.size() || (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80)
            out.push_back(i);
    return out;
}

// S17
TEST(Compare, NeverOffersAPhraseWithANegationPutIn) {
    for (const std::string phrase : kPhrases) {
        const bool han = static_cast<unsigned char>(phrase[0]) > 0x7F;
        for (const std::size_t at : seams(phrase)) {
            const bool betweenWords = han || at == 0 || at == phrase.size() || phrase[at] == ' ';
            for (const char* negation : {"不", "别", "不要", "勿", "没", " not ", " never ", " don't "}) {
                const std::string turned = phrase.substr(0, at) + negation + phrase.substr(at);
                if (betweenWords) {
                    EXPECT_EQ(compare(phrase, turned), MatchKind::No) << turned;
                }
            }
        }
    }
}

TEST(Compare, NeverMatchesWithAnyLetterLost) {
    for (const std::string phrase : kPhrases) {
        const auto places = seams(phrase);
        for (std::size_t i = 0; i + 1 < places.size(); ++i) {
            const std::string lost = phrase.substr(0, places[i]) + phrase.substr(places[i + 1]);
            if (phrase[places[i]] != ' ') {
                EXPECT_NE(compare(phrase, lost), MatchKind::Match) << lost;
            }
        }
    }
}

TEST(Compare, IsNearWithAnyLetterLostFromALongWord) {
    const std::string phrase = "open the calculator";
    for (std::size_t i = 9; i < phrase.size(); ++i)
        EXPECT_EQ(compare(phrase, phrase.substr(0, i) + phrase.substr(i + 1)), MatchKind::Near) << i;
}

TEST(Compare, TakesHostileInputForNo) {
    EXPECT_EQ(compare("打开计算器", "\xE6\x89"), MatchKind::No);
    EXPECT_EQ(compare("\xFF\xFE", "\xFF\xFE"), MatchKind::No);
    EXPECT_EQ(compare("", ""), MatchKind::No);
    EXPECT_EQ(compare("。。", "！！"), MatchKind::No);
    EXPECT_EQ(compare("open the calculator", std::string(20000, 'a')), MatchKind::No);
    EXPECT_EQ(compare(std::string(16000, '\''), std::string(16000, '"')), MatchKind::No);
}

}  // namespace
}  // namespace sesame::trigger
