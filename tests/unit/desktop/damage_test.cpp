// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop/damage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace sesame::desktop {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;

constexpr Rect kScreen{0, 0, 200, 150};

TEST(Damage, KeepsAreasThatAreApart) {
    Damage damage;
    damage.add({0, 0, 10, 10});
    damage.add({100, 100, 10, 10});
    EXPECT_THAT(damage.take(kScreen), UnorderedElementsAre(Rect{0, 0, 10, 10}, Rect{100, 100, 10, 10}));
    EXPECT_TRUE(damage.isEmpty());
}

TEST(Damage, SaysOnceWhatChangedTwice) {
    Damage damage;
    for (int i = 0; i < 100; ++i)
        damage.add({5, 5, 20, 10});
    damage.add({6, 6, 2, 2});
    EXPECT_THAT(damage.take(kScreen), ElementsAre(Rect{5, 5, 20, 10}));
}

TEST(Damage, JoinsTheRowsOfOneArea) {
    Damage damage;
    for (int y = 0; y < 100; ++y)
        damage.add({10, y, 50, 1});
    EXPECT_THAT(damage.take(kScreen), ElementsAre(Rect{10, 0, 50, 100}));
}

TEST(Damage, StaysInsideTheScreen) {
    Damage damage;
    damage.add({-5, -5, 10, 10});
    damage.add({195, 140, 100, 100});
    damage.add({500, 500, 10, 10});
    damage.add({20, 20, 0, 10});
    EXPECT_THAT(damage.take(kScreen), UnorderedElementsAre(Rect{0, 0, 5, 5}, Rect{195, 140, 5, 10}));
}

TEST(Damage, CoversEverythingInFewAreasThatDoNotOverlap) {
    std::mt19937 random(7);
    const auto below = [&](int limit) { return static_cast<int>(random() % static_cast<unsigned>(limit)); };
    for (int round = 0; round < 200; ++round) {
        Damage damage;
        std::vector<Rect> added;
        for (int i = below(300); i >= 0; --i) {
            added.push_back({below(200), below(150), 1 + below(9), 1 + below(9)});
            damage.add(added.back());
        }
        const std::vector<Rect> areas = damage.take(kScreen);
        ASSERT_LE(areas.size(), Damage::kMost);
        for (std::size_t i = 0; i < areas.size(); ++i)
            for (std::size_t j = i + 1; j < areas.size(); ++j)
                ASSERT_FALSE(areas[i].intersects(areas[j]));
        for (const Rect& one : added) {
            const Rect visible = one.common(kScreen);
            ASSERT_TRUE(visible.isEmpty() || std::any_of(areas.begin(), areas.end(), [&](const Rect& area) {
                            return area.contains(visible);
                        }));
        }
    }
}

}  // namespace
}  // namespace sesame::desktop
