// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/search_text.h"
#include "unit/store/scratch.h"

#include <random>

namespace sesame::test {
namespace {

using namespace sesame::store;

class Search : public testing::Test {
  protected:
    void add(const std::string& text, MessageKind kind = MessageKind::Text) {
        auto message = textMessage(++count_, text);
        message.kind = kind;
        ASSERT_TRUE(*store_.addMessage(message));
    }
    std::vector<std::string> find(const std::string& words, int limit = 1000) {
        auto found = store_.search(words, limit);
        EXPECT_TRUE(found) << words;
        std::vector<std::string> texts;
        for (const auto& message : *found)
            texts.push_back(message.text);
        return texts;
    }
    using Texts = std::vector<std::string>;

    Scratch scratch_;
    ClientStore store_ = openStore(scratch_);
    std::uint64_t count_ = 0;
};

TEST_F(Search, FindsOneOrTwoChineseCharactersInsideASentence) {
    add("请帮我打开远程控制好吗");
    add("今天天气真好");
    EXPECT_EQ(find("远"), Texts{"请帮我打开远程控制好吗"});
    EXPECT_EQ(find("远程"), Texts{"请帮我打开远程控制好吗"});
    EXPECT_EQ(find("远程控制"), Texts{"请帮我打开远程控制好吗"});
    EXPECT_EQ(find("程远"), Texts{});
    EXPECT_EQ(find("好"), (Texts{"今天天气真好", "请帮我打开远程控制好吗"}));
    EXPECT_EQ(find("天气 今天"), Texts{"今天天气真好"});
}

TEST_F(Search, FindsJapaneseAndKorean) {
    add("電卓を開いてください");
    add("계산기를 열어 주세요");
    EXPECT_EQ(find("開い"), Texts{"電卓を開いてください"});
    EXPECT_EQ(find("산기"), Texts{"계산기를 열어 주세요"});
}

TEST_F(Search, FindsLatinWordsFromTheirBeginning) {
    add("The Teamwork meeting, café");
    EXPECT_EQ(find("team").size(), 1U);
    EXPECT_EQ(find("TEAMW").size(), 1U);
    EXPECT_EQ(find("work").size(), 0U);
    EXPECT_EQ(find("meet team").size(), 1U);
    EXPECT_EQ(find("cafe").size(), 1U);
    EXPECT_EQ(find("team nowhere").size(), 0U);
}

TEST_F(Search, FindsMixedScripts) {
    add("打开Teams会议");
    EXPECT_EQ(find("开team").size(), 1U);
    EXPECT_EQ(find("开teams").size(), 1U);
    EXPECT_EQ(find("Teams会").size(), 1U);
    EXPECT_EQ(find("tea").size(), 1U);
}

TEST_F(Search, FindsEmojiAndPunctuationByLooking) {
    add("well done 🎉");
    add("well done");
    EXPECT_EQ(find("🎉"), Texts{"well done 🎉"});
    EXPECT_EQ(find("well 🎉"), Texts{"well done 🎉"});
    EXPECT_EQ(find("?"), Texts{});
}

TEST_F(Search, TakesNothingTypedForSyntax) {
    add("plain text");
    for (const std::string words : {"\"", "\"plain", "plain\"", "pl*", "text:plain", "plain AND", "NOT plain",
                                    "(plain", "plain)", "-plain", "^plain", "{a b}: c", "NEAR(plain text)",
                                    "'", "; DROP TABLE messages", "*", "\\", "%", "_"}) {
        EXPECT_TRUE(store_.search(words, 10)) << words;
    }
    EXPECT_TRUE(store_.search(std::string("pl\0ain", 6), 10));
    EXPECT_TRUE(store_.search("\xff\xfe", 10));
    EXPECT_EQ(find(""), Texts{});
    EXPECT_EQ(find(" \t\n"), Texts{});
    EXPECT_EQ(find("plain"), Texts{"plain text"});
}

TEST_F(Search, LeavesCodesOfNoticesAndOutcomesOut) {
    add("key-changed", MessageKind::Notice);
    add("started", MessageKind::Outcome);
    add("open sesame please", MessageKind::Invitation);
    EXPECT_EQ(find("changed"), Texts{});
    EXPECT_EQ(find("started"), Texts{});
    EXPECT_EQ(find("sesame").size(), 1U);
}

TEST_F(Search, GivesTheNewestFirstUpToTheLimit) {
    for (int i = 0; i < 5; ++i)
        add("note " + std::to_string(i));
    EXPECT_EQ(find("note", 2), (Texts{"note 4", "note 3"}));
    EXPECT_EQ(find("note", 0), Texts{});
}

// Property: for text of Han characters alone, the index finds exactly what a plain look finds.
TEST_F(Search, AgreesWithAPlainLookOverRandomChineseText) {
    const Texts alphabet{"远", "程", "控", "制", "打", "开", "计", "算", "器", "好", "々", "𠀀"};
    std::mt19937 random(20261122);
    const auto phrase = [&](std::size_t length) {
        std::string out;
        for (std::size_t i = 0; i < length; ++i)
            out += alphabet[random() % alphabet.size()];
        return out;
    };
    Texts all;
    ASSERT_TRUE(store_.transact([&]() -> Status {
        for (int i = 0; i < 300; ++i) {
            all.push_back(phrase(1 + random() % 12));
            add(all.back());
        }
        return {};
    }));
    for (int i = 0; i < 300; ++i) {
        const std::string words = phrase(1 + random() % 3);
        Texts expected;
        for (auto text = all.rbegin(); text != all.rend(); ++text) {
            if (text->find(words) != std::string::npos)
                expected.push_back(*text);
        }
        ASSERT_EQ(find(words), expected) << words;
    }
}

TEST(SearchText, SetsCharactersApartAndLeavesTheRest) {
    EXPECT_EQ(splitForIndex("a远程b, c"), "a 远  程 b, c");
    EXPECT_EQ(splitForIndex("，。"), "，。");
    EXPECT_EQ(splitForIndex("\xe8\xbf"), "\xe8\xbf");
}

}  // namespace
}  // namespace sesame::test
