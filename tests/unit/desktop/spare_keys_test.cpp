// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop/x11/spare_keys.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sesame::desktop {
namespace {

using testing::ElementsAre;

constexpr KeySymbol kNi = 0x01004F60;
constexpr KeySymbol kHao = 0x0100597D;
constexpr std::int64_t kRest = SpareKeys::kRestMs;
constexpr std::int64_t kSettle = SpareKeys::kSettleMs;

/// Lends a key and presses and releases it as soon as that may be.
SpareKeys::Key strike(SpareKeys& keys, KeySymbol symbol, std::int64_t now) {
    const auto loan = keys.lend(symbol, now);
    EXPECT_TRUE(loan);
    EXPECT_EQ(keys.pressable(symbol, now + kSettle), loan->key);
    keys.used(loan->key, true, now + kSettle);
    keys.used(loan->key, false, now + kSettle);
    return loan->key;
}

TEST(SpareKeys, KeepASymbolOnItsKey) {
    SpareKeys keys;
    keys.reset({93, 97});
    const auto first = keys.lend(kNi, 0);
    ASSERT_TRUE(first);
    EXPECT_TRUE(first->fresh);
    EXPECT_EQ(keys.lend(kNi, 0)->key, first->key);
    EXPECT_FALSE(keys.lend(kNi, 0)->fresh);
    EXPECT_NE(keys.lend(kHao, 0)->key, first->key);
}

TEST(SpareKeys, ArePressedOnlyWhenAllHaveTheirMeaning) {
    SpareKeys keys;
    keys.reset({93, 97});
    const auto ni = keys.lend(kNi, 0)->key;
    EXPECT_FALSE(keys.pressable(kNi, kSettle - 1));
    EXPECT_TRUE(keys.lend(kHao, kSettle - 1));
    EXPECT_FALSE(keys.pressable(kNi, kSettle));
    EXPECT_EQ(keys.dueInMs(kSettle), kSettle - 1);
    EXPECT_EQ(keys.pressable(kNi, 2 * kSettle), ni);
}

TEST(SpareKeys, GetNoMeaningWhileAStrokeIsOnItsWay) {
    SpareKeys keys;
    keys.reset({93, 97});
    strike(keys, kNi, 0);
    EXPECT_FALSE(keys.lend(kHao, 2 * kSettle - 1));
    EXPECT_TRUE(keys.lend(kHao, 2 * kSettle));
}

TEST(SpareKeys, TakeTheOneThatRestedLongest) {
    SpareKeys keys;
    keys.reset({1, 2, 3});
    std::vector<int> order;
    for (int i = 0; i < 9; ++i)
        order.push_back(strike(keys, kNi + static_cast<KeySymbol>(i), i * kRest));
    EXPECT_THAT(order, ElementsAre(1, 2, 3, 1, 2, 3, 1, 2, 3));
}

TEST(SpareKeys, LendNoKeyThatRestsOrIsHeldOrAwaited) {
    SpareKeys keys;
    keys.reset({93});
    ASSERT_TRUE(keys.lend(kNi, 0));
    EXPECT_FALSE(keys.lend(kHao, 10 * kRest));
    keys.used(93, true, 10 * kRest);
    EXPECT_FALSE(keys.lend(kHao, 20 * kRest));
    EXPECT_TRUE(keys.allHeld());
    keys.used(93, false, 20 * kRest);
    EXPECT_FALSE(keys.allHeld());
    EXPECT_FALSE(keys.lend(kHao, 21 * kRest - 1));
    EXPECT_EQ(keys.dueInMs(21 * kRest - 1), 1);
    EXPECT_TRUE(keys.lend(kHao, 21 * kRest));
}

TEST(SpareKeys, AreTakenBackWhenTheyHaveRested) {
    SpareKeys keys;
    keys.reset({1, 2, 3});
    const auto ni = strike(keys, kNi, 0);
    const auto hao = strike(keys, kHao, 100);
    EXPECT_THAT(keys.takeBack(kSettle + kRest, false), ElementsAre(ni));
    EXPECT_TRUE(keys.lent());
    EXPECT_THAT(keys.takeBack(kSettle + kRest, true), ElementsAre(hao));
    EXPECT_FALSE(keys.lent());
    EXPECT_TRUE(keys.lend(kNi, 2 * kRest)->fresh);
    EXPECT_THAT(keys.takeBack(9 * kRest, false), ElementsAre()) << "somebody waits for it";
    keys.abandon();
    EXPECT_THAT(keys.takeBack(9 * kRest, false), testing::SizeIs(1));
}

TEST(SpareKeys, MayNotExist) {
    SpareKeys keys;
    EXPECT_FALSE(keys.exist());
    EXPECT_FALSE(keys.lend(kNi, 0));
    keys.reset({8});
    EXPECT_TRUE(keys.exist());
}

}  // namespace
}  // namespace sesame::desktop
