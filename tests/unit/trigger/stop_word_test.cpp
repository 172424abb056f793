// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/trigger/stop_word.h"

#include "unit/trigger/tsv.h"

#include <gtest/gtest.h>

namespace sesame::trigger {
namespace {

// I4
TEST(StopWord, IsToldAsWritten) {
    const auto rows = readTsv("stop_words.tsv");
    ASSERT_GE(rows.size(), 90U);
    for (const auto& row : rows) {
        ASSERT_EQ(row.size(), 2U) << row[0];
        EXPECT_EQ(isStopWord(row[0]), row[1] == "yes") << row[0];
    }
}

TEST(StopWord, IsNeverSomethingThatIsNotText) {
    EXPECT_FALSE(isStopWord("stop\xff"));
    EXPECT_FALSE(isStopWord(std::string(100'000, 's')));
}

}  // namespace
}  // namespace sesame::trigger
