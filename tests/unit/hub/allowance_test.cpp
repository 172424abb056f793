// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/allowance.h"

#include <gtest/gtest.h>

namespace sesame::hub {
namespace {

AccountLimits limits() {
    AccountLimits out;
    out.mails = {1, 3};
    out.unstoredBytes = 100;
    return out;
}

TEST(Allowance, ALargeMailWaitsUntilOthersAreStored) {
    Allowance allowance(limits(), 0);
    EXPECT_EQ(allowance.takeMail(60, 0), 0);
    EXPECT_GT(allowance.takeMail(60, 0), 0);
    allowance.stored(60);
    EXPECT_EQ(allowance.takeMail(60, 0), 0);
}

TEST(Allowance, AMailThatIsRefusedTakesNoBytes) {
    Allowance allowance(limits(), 0);
    for (int i = 0; i < 3; ++i)
        ASSERT_EQ(allowance.takeMail(1, 0), 0);
    EXPECT_GT(allowance.takeMail(97, 0), 0);
    EXPECT_EQ(allowance.takeMail(97, 1'000), 0);
}

struct Allowances : ::testing::Test {
    std::shared_ptr<Allowance> of(int account, std::int64_t nowMs) {
        return board.of(AccountId{account}, limits(), nowMs);
    }
    void letManyCome(std::int64_t nowMs) {
        for (int i = 1'000; i < 2'000; ++i)
            of(i, nowMs);
    }
    AllowanceBoard board;
};

TEST_F(Allowances, WhoComesBackGoesOnWithWhatWasLeft) {
    while (of(1, 0)->takeMail(1, 0) == 0)
        of(1, 0)->stored(1);
    letManyCome(0);
    EXPECT_GT(of(1, 0)->takeMail(1, 0), 0);
    EXPECT_EQ(of(2, 0)->takeMail(1, 0), 0) << "each has its own";
}

TEST_F(Allowances, ForgetsWhoHasLeftOnceTheirAllowanceIsWhole) {
    std::weak_ptr<Allowance> gone = of(1, 0);
    ASSERT_EQ(gone.lock()->takeMail(1, 0), 0);
    letManyCome(10'000);
    EXPECT_FALSE(gone.expired()) << "a mail of theirs is not stored yet";
    gone.lock()->stored(1);
    letManyCome(10'000);
    EXPECT_TRUE(gone.expired());
}

TEST_F(Allowances, KeepsWhatAConnectionUses) {
    const auto here = of(1, 0);
    letManyCome(10'000);
    EXPECT_EQ(of(1, 10'000), here);
}

}  // namespace
}  // namespace sesame::hub
