// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "unit/trigger/tsv.h"

#include "sesame/trigger/phrase.h"

#include <gtest/gtest.h>

#include <random>

namespace sesame::trigger {
namespace {

TEST(Normalise, FoldsWidthCaseAndTraditional) {
    EXPECT_EQ(normalise("ＴｅａｍＶｉｅｗｅｒ ①㎏ ﬁ"), "teamviewer 1kg fi");
    EXPECT_EQ(normalise("開啟遠端控制"), "开启远端控制");
    EXPECT_EQ(normalise("開啓遠端控制"), "开启远端控制");
    EXPECT_EQ(normalise("Straße"), "strasse");
    EXPECT_EQ(normalise("ｶﾞｯｺｳ"), "ガッコウ");
}

TEST(Normalise, DropsWhatCannotBeSeen) {
    EXPECT_EQ(normalise("打\u200B开\u2060计算\uFEFF器"), "打开计算器");
    EXPECT_EQ(normalise("\u202Eopen\u202C \u2066it\u2069"), "open it");
    EXPECT_EQ(normalise("👍\uFE0F"), "👍");
}

TEST(Normalise, CollapsesWhiteSpace) {
    EXPECT_EQ(normalise(" open \t the\u3000\u00A0map "), "open the map");
    EXPECT_EQ(normalise("打 开\n计 算 器"), "打开计算器");
    EXPECT_EQ(normalise("打开 app"), "打开 app");
}

TEST(Normalise, StripsOuterQuotesAndClosingPunctuation) {
    for (const char* text :
         {"“打开计算器”", "「打开计算器」。", "『打开计算器！』", "(打开计算器)", "打开计算器……",
          "【“打开计算器”】", "打开计算器～～", "'打开计算器'", "打开计算器；"})
        EXPECT_EQ(normalise(text), "打开计算器") << text;
    EXPECT_EQ(normalise("“open” or “close”"), "“open” or “close”");
}

TEST(Normalise, KeepsQuestionMarks) {
    EXPECT_EQ(normalise("打开计算器？"), "打开计算器?");
    EXPECT_EQ(normalise("open it?!"), "open it?");
}

TEST(Normalise, GivesNothingForWhatIsNotUtf8OrTooLong) {
    for (const char* text : {"\xFF", "\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "abc\xE6\x89", "\x80"})
        EXPECT_EQ(normalise(text), "");
    EXPECT_EQ(normalise(std::string(16 * 1024 + 1, 'a')), "");
    EXPECT_EQ(normalise(std::string(16 * 1024, 'a')).size(), 16U * 1024);
}

TEST(Normalise, IsIdempotentOnTheTables) {
    for (const char* file : {"compare_zh.tsv", "compare_en.tsv", "compare_more.tsv", "compare_unseen.tsv",
                             "compare_held_out.tsv", "hostile_phrases.tsv"})
        for (const auto& row : readTsv(file))
            for (const std::string& cell : row)
                EXPECT_EQ(normalise(normalise(cell)), normalise(cell)) << cell;
}

void append(std::string& out, unsigned point) {
    if (point < 0x80) {
        out += static_cast<char>(point);
    } else if (point < 0x800) {
        out += static_cast<char>(0xC0 | point >> 6);
        out += static_cast<char>(0x80 | (point & 0x3F));
    } else {
        out += static_cast<char>(0xE0 | point >> 12);
        out += static_cast<char>(0x80 | (point >> 6 & 0x3F));
        out += static_cast<char>(0x80 | (point & 0x3F));
    }
}

TEST(Normalise, IsIdempotentOnAnything) {
    std::mt19937 random(7);  // NOLINT: the same texts every time
    constexpr unsigned kStarts[] = {0x20,   0xA0,   0x300,  0x3A0,  0x1100, 0x1161, 0x2000, 0x2018, 0x3000,
                                    0x3099, 0x304B, 0x4E00, 0xAC00, 0xF900, 0xFB00, 0xFF00, 0x600,  0x1F00};
    for (int i = 0; i < 20000; ++i) {
        std::string text;
        for (unsigned count = random() % 8; count > 0; --count)
            append(text, kStarts[random() % std::size(kStarts)] + random() % 0x60);
        EXPECT_EQ(normalise(normalise(text)), normalise(text)) << testing::PrintToString(text);
    }
}

}  // namespace
}  // namespace sesame::trigger
