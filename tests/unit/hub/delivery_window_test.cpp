// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/delivery_window.h"

#include <gtest/gtest.h>

namespace sesame::hub {
namespace {

StoredMail mail(std::uint64_t sequence, std::size_t bytes = 10) {
    StoredMail out;
    out.sequence = sequence;
    out.sealed.resize(bytes);
    return out;
}

DeliveryWindow caughtUp(FetchLimits limits) {
    DeliveryWindow window(limits);
    EXPECT_TRUE(window.nextFetch());
    window.fetched({});
    return window;
}

TEST(DeliveryWindow, TakesNewMailOnlyAfterTheBacklog) {
    DeliveryWindow window({4, 1000});
    EXPECT_FALSE(window.offer(mail(1)));
    const auto fetch = window.nextFetch();
    ASSERT_TRUE(fetch);
    EXPECT_EQ(fetch->after, 0U);
    EXPECT_FALSE(window.nextFetch()) << "one fetch at a time";
    window.fetched({{mail(1)}, false});
    EXPECT_TRUE(window.offer(mail(2)));
}

TEST(DeliveryWindow, HoldsAtMostItsCountAndGoesOnWhereItStopped) {
    DeliveryWindow window = caughtUp({2, 1000});
    EXPECT_TRUE(window.offer(mail(1)));
    EXPECT_TRUE(window.offer(mail(2)));
    EXPECT_FALSE(window.offer(mail(3)));
    EXPECT_FALSE(window.offer(mail(4))) << "not before mail 3";
    EXPECT_FALSE(window.nextFetch()) << "no room yet";
    EXPECT_EQ(window.acknowledge(std::vector<std::uint64_t>{1}).size(), 1U);
    const auto fetch = window.nextFetch();
    ASSERT_TRUE(fetch);
    EXPECT_EQ(fetch->after, 2U);
    EXPECT_EQ(fetch->limits.count, 1U);
    window.fetched({{mail(3)}, true});
    EXPECT_FALSE(window.offer(mail(5)));
}

TEST(DeliveryWindow, HoldsAtMostItsBytes) {
    DeliveryWindow window = caughtUp({100, 50});
    EXPECT_TRUE(window.offer(mail(1, 60)));
    EXPECT_FALSE(window.offer(mail(2, 1)));
}

TEST(DeliveryWindow, IgnoresAcknowledgementsOfWhatIsNotOnItsWay) {
    DeliveryWindow window = caughtUp({4, 1000});
    ASSERT_TRUE(window.offer(mail(1)));
    EXPECT_TRUE(window.acknowledge(std::vector<std::uint64_t>{2, 3}).empty());
    EXPECT_EQ(window.acknowledge(std::vector<std::uint64_t>{1, 1}).size(), 1U);
    EXPECT_EQ(window.size(), 0U);
}

}  // namespace
}  // namespace sesame::hub
