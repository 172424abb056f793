// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/places/folded_name.h"

#include <gtest/gtest.h>

namespace sesame::places {
namespace {

TEST(FoldedName, PutsCaseWidthCompositionAndSpaceAside) {
    EXPECT_EQ(foldedName("My Photo.JPG"), "myphoto.jpg");
    EXPECT_EQ(foldedName("\tMy\u00A0Photo\u3000.JPG "), "myphoto.jpg");
    EXPECT_EQ(foldedName("ＡＢＣ１２３"), "abc123");
    EXPECT_EQ(foldedName("E\u0301te\u0301"), foldedName("Été"));
    EXPECT_EQ(foldedName("Straße"), "strasse");
    EXPECT_EQ(foldedName("计 算 器"), "计算器");
}

TEST(FoldedName, KeepsWhatTellsNamesApart) {
    EXPECT_NE(foldedName("a.txt"), foldedName("a_txt"));
    EXPECT_NE(foldedName("关"), foldedName("開"));
    EXPECT_EQ(foldedName(""), "");
}

}  // namespace
}  // namespace sesame::places
