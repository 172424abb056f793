// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/consent/grant.h"

#include "support/grants.h"

#include <gtest/gtest.h>

#include <latch>
#include <thread>

namespace sesame::consent {
namespace {

using test::FakeClock;

Grant makeGrant(FakeClock& clock) {
    return test::grantFor(clock, test::scopeFor(trigger::OpenFile{"/a", ""}, {"/a", "/a", "1"}));
}

TEST(Grant, IsGoodForOneUse) {
    FakeClock clock;
    const Grant grant = makeGrant(clock);
    const Grant copy = grant;
    EXPECT_TRUE(grant.use(clock));
    EXPECT_FALSE(grant.use(clock));
    EXPECT_FALSE(copy.use(clock));
}

// I4, M10
TEST(Grant, M10AHundredThreadsGetExactlyOneUse) {
    for (int round = 0; round < 20; ++round) {
        FakeClock clock;
        const Grant grant = makeGrant(clock);
        std::latch start(100);
        std::atomic<int> used = 0;
        std::vector<std::jthread> threads;
        for (int i = 0; i < 100; ++i)
            threads.emplace_back([&, copy = grant] {
                start.arrive_and_wait();
                used += copy.use(clock) ? 1 : 0;
            });
        threads.clear();
        EXPECT_EQ(used, 1);
    }
}

// M12, S38: the earliest of both clocks wins.
TEST(Grant, M12ExpiresOnEitherClock) {
    constexpr std::int64_t kHour = 3'600'000, kYear = 365 * 24 * kHour;
    struct Row {
        const char* what;
        std::int64_t jump;
        std::int64_t pass;
        bool usable;
    };
    for (const Row& row :
         std::initializer_list<Row>{{"at once", 0, 0, true},
                                    {"just in time", 0, Grant::kStartWithinMs, true},
                                    {"a millisecond late", 0, Grant::kStartWithinMs + 1, false},
                                    {"a minute on", 60'000, 0, true},
                                    {"an hour on", kHour, 0, false},
                                    {"a year on", kYear, 0, false},
                                    {"a millisecond back", -1, 0, false},
                                    {"a minute back", -60'000, 0, false},
                                    {"an hour back", -kHour, 0, false},
                                    {"set back to gain time", -60'000, 330'000, false},
                                    {"a year back", -kYear, 0, false},
                                    {"suspended", 0, kHour, false}}) {
        FakeClock clock;
        const Grant grant = makeGrant(clock);
        clock.advance(row.pass);
        clock.jumpWall(row.jump);
        EXPECT_EQ(grant.use(clock), row.usable) << row.what;
    }
}

}  // namespace
}  // namespace sesame::consent
