// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/trigger/answer_word.h"

#include <gtest/gtest.h>

#include <string>

namespace sesame::trigger {
namespace {

TEST(AnswerWord, IsYesInAnyUsualForm) {
    for (const char* text :
         {"是", "是的。", "好的", "好", "好的，可以", "同意！", "行啊", "没问题", "Yes", "yes please", "OK",
          "ok 👍", "Sure, go ahead", "yes, of course", "可以的", "當然可以"})
        EXPECT_EQ(answerWord(text), true) << text;
}

TEST(AnswerWord, IsNoInAnyUsualForm) {
    for (const char* text : {"否", "不", "不行", "不用了", "算了吧", "现在不方便", "No", "no thanks", "Nope.",
                             "not now", "I can't right now", "等一下", "沒空", "sorry, no"})
        EXPECT_EQ(answerWord(text), false) << text;
}

TEST(AnswerWord, IsNothingElse) {
    for (const char* text :
         {"", "你好", "是吗？", "ok?", "好久不见", "yes, but first tell me what you see", "不知道", "是 不",
          "no yes", "我看到你的消息了", "好的我晚上过来吃饭", "可以什么？", "yes\xff", "好好学习"})
        EXPECT_EQ(answerWord(text), std::nullopt) << text;
    EXPECT_EQ(answerWord(std::string(100'000, 'y')), std::nullopt);
}

}  // namespace
}  // namespace sesame::trigger
