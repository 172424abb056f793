// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop/x11/shm_frame.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sesame::desktop {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Bands, AreWholeRowsTopDown) {
    const std::vector<Rect> areas{{50, 40, 5, 10}, {10, 5, 20, 3}};
    EXPECT_THAT(bandsOf(areas, {100, 60}), ElementsAre(Rect{0, 5, 100, 3}, Rect{0, 40, 100, 10}));
}

TEST(Bands, AskForNoRowTwice) {
    const std::vector<Rect> areas{{0, 20, 5, 10}, {90, 0, 5, 22}, {30, 30, 1, 1}, {30, 12, 1, 30}};
    EXPECT_THAT(bandsOf(areas, {100, 60}), ElementsAre(Rect{0, 0, 100, 42}));
}

TEST(Bands, StayOnTheScreen) {
    const std::vector<Rect> areas{{-5, -5, 10, 10}, {99, 59, 10, 10}, {200, 20, 10, 10}, {0, 0, 0, 0}};
    EXPECT_THAT(bandsOf(areas, {100, 60}), ElementsAre(Rect{0, 0, 100, 5}, Rect{0, 59, 100, 1}));
    EXPECT_THAT(bandsOf({}, {100, 60}), IsEmpty());
}

}  // namespace
}  // namespace sesame::desktop
