// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/trigger/phrase_tag.h"

#include <gtest/gtest.h>

#include <set>

namespace sesame::trigger {
namespace {

crypto::Key keyOf(int fill) {
    ByteArray<32> bytes;
    bytes.fill(static_cast<std::byte>(fill));
    return crypto::Key(bytes);
}

// By another implementation of BLAKE2b (Python's hashlib).
TEST(PhraseTag, IsTheKeyedHashOfLabelHandlesAndText) {
    EXPECT_EQ(tagOf(keyOf(7), "mum-abc234", "anna-xyz567", "打开计算器")->hex(),
              "c00295d7b4bf96f0ab73ae343dadf0bfedc00866c4f74d6ab4e0acb0f50de48d");
}

TEST(PhraseTag, IsTheSameForWhatTheJudgeCallsEqual) {
    const auto key = keyOf(1);
    const auto phrase = tagOf(key, "mum", "anna", "打开计算器");
    for (const auto* same : {"打开計算器", " 「打开计算器」！", "打开 计算器。"})
        EXPECT_EQ(tagOf(key, "mum", "anna", same), phrase) << same;
    for (const auto* other : {"打开计算机", "打开计算器?", "不要打开计算器", "打开计算器 please"})
        EXPECT_NE(tagOf(key, "mum", "anna", other), phrase) << other;
}

// M33
TEST(PhraseTag, IsAnotherForEveryPairDirectionAndKey) {
    std::set<PhraseTag> tags;
    for (const int key : {1, 2})
        for (const auto* from : {"mum", "dad", "mumanna", "mu"})
            for (const auto* to : {"anna", "mum", "a", "manna"})
                tags.insert(*tagOf(keyOf(key), from, to, "打开计算器"));
    EXPECT_EQ(tags.size(), 32U);
}

TEST(PhraseTag, IsNoneWhereNothingCanMatch) {
    EXPECT_FALSE(tagOf(keyOf(1), "mum", "anna", ""));
    EXPECT_FALSE(tagOf(keyOf(1), "mum", "anna", " \n "));
    EXPECT_FALSE(tagOf(keyOf(1), "mum", "anna", "\xff\xfe not UTF-8"));
    EXPECT_FALSE(tagOf(keyOf(1), "mum", "anna", std::string(20'000, 'a')));
}

}  // namespace
}  // namespace sesame::trigger
