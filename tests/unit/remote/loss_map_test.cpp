// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/loss_map.h"

#include <gtest/gtest.h>

namespace sesame::remote {
namespace {

struct Map : LossMap {
    Map() { resize({40, 30}); }
    void lossy(desktop::Rect area) { paint({area, false}); }
    void lossless(desktop::Rect area) { paint({area, true}); }
    void copied(desktop::Rect area, desktop::Point from) { paint({area, true, true, from}); }
};

TEST(LossMap, IsExactUntilSomethingLossyCame) {
    Map map;
    map.lossless({0, 0, 40, 30});
    EXPECT_TRUE(map.exact());
    map.lossy({3, 4, 5, 6});
    EXPECT_FALSE(map.exact());
}

TEST(LossMap, IsExactAgainOnceAllOfItWasRefreshed) {
    Map map;
    map.lossy({3, 4, 5, 6});
    map.lossless({3, 4, 5, 5});
    EXPECT_FALSE(map.exact());
    map.lossless({0, 9, 40, 1});
    EXPECT_TRUE(map.exact());
}

TEST(LossMap, KnowsThatACopyIsAsLossyAsWhatItShows) {
    Map map;
    map.lossy({0, 0, 10, 10});
    map.copied({20, 20, 4, 4}, {8, 8});
    map.lossless({0, 0, 10, 10});
    EXPECT_FALSE(map.exact());
    map.copied({20, 20, 4, 4}, {0, 0});
    EXPECT_TRUE(map.exact());
}

TEST(LossMap, ForgetsWithAnotherSize) {
    Map map;
    map.lossy({0, 0, 10, 10});
    map.resize({20, 20});
    EXPECT_TRUE(map.exact());
}

}  // namespace
}  // namespace sesame::remote
