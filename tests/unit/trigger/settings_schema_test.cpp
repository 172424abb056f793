// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/trigger/settings_schema.h"

#include <gtest/gtest.h>

namespace sesame::trigger {
namespace {

TEST(SettingsSchema, StepsThroughTheValuesOfASetting) {
    EXPECT_EQ(neighbourValue("text-size", "normal", +1), "large");
    EXPECT_EQ(neighbourValue("text-size", "normal", -1), "small");
    EXPECT_EQ(neighbourValue("text-size", "small", +2), "large");
}

TEST(SettingsSchema, StaysAtTheEndsAndCountsFromTheFirstWhereTheValueIsNone) {
    EXPECT_EQ(neighbourValue("text-size", "huge", +1), "huge");
    EXPECT_EQ(neighbourValue("text-size", "small", -1), "small");
    EXPECT_EQ(neighbourValue("text-size", "enormous", +1), "normal");
}

}  // namespace
}  // namespace sesame::trigger
