// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/rate_limit.h"

#include <gtest/gtest.h>

namespace sesame::hub {
namespace {

TEST(TokenBucket, GivesABurstThenARate) {
    TokenBucket bucket({10, 3}, 0);
    EXPECT_TRUE(bucket.take(3, 0));
    EXPECT_FALSE(bucket.take(1, 99));
    EXPECT_TRUE(bucket.take(1, 100));
    EXPECT_FALSE(bucket.take(1, 100));
}

TEST(TokenBucket, NeverHoldsMoreThanItsBurst) {
    TokenBucket bucket({1'000, 5}, 0);
    EXPECT_FALSE(bucket.take(6, 1'000'000));
    EXPECT_TRUE(bucket.take(5, 1'000'000));
}

TEST(TokenBucket, SaysHowLongToWait) {
    TokenBucket bucket({10, 1}, 0);
    ASSERT_TRUE(bucket.take(1, 0));
    const auto wait = bucket.waitMs(1);
    EXPECT_TRUE(bucket.take(1, wait));
}

}  // namespace
}  // namespace sesame::hub
