// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop/panic_keys.h"

#include <gtest/gtest.h>

namespace sesame::desktop {
namespace {

using Kind = PanicKeys::Kind;

// M13: the panic key.
TEST(PanicKeys, AreEscapeHeldForASecond) {
    PanicKeys keys;
    EXPECT_FALSE(keys.waits());
    EXPECT_FALSE(keys.key(9, Kind::Escape, true, 1000));
    EXPECT_TRUE(keys.waits());
    EXPECT_FALSE(keys.tick(1999));
    EXPECT_TRUE(keys.tick(2000));
    EXPECT_FALSE(keys.waits());
    EXPECT_FALSE(keys.tick(5000)) << "once is enough";
}

TEST(PanicKeys, CountWhenNobodyLookedWhileEscapeWasHeld) {
    PanicKeys keys;
    EXPECT_FALSE(keys.key(9, Kind::Escape, true, 1000));
    EXPECT_TRUE(keys.key(9, Kind::Escape, false, 2100));
}

TEST(PanicKeys, CountWhenAHeldEscapeComesAsUpAndDown) {
    PanicKeys keys;
    EXPECT_FALSE(keys.key(9, Kind::Escape, true, 1000));
    for (int ms = 1500; ms < 1980; ms += 30) {
        EXPECT_FALSE(keys.key(9, Kind::Escape, false, ms));
        EXPECT_FALSE(keys.key(9, Kind::Escape, true, ms + 1));
    }
    EXPECT_TRUE(keys.tick(2000));
}

TEST(PanicKeys, WaitNoMoreOnceEscapeWasLetGo) {
    PanicKeys keys;
    EXPECT_FALSE(keys.key(9, Kind::Escape, true, 1000));
    EXPECT_FALSE(keys.key(9, Kind::Escape, false, 1900));
    EXPECT_FALSE(keys.tick(2500));
    EXPECT_FALSE(keys.waits());
}

TEST(PanicKeys, AreNotEscapePressedOften) {
    PanicKeys keys;
    for (int ms = 0; ms < 5000; ms += 200) {
        EXPECT_FALSE(keys.key(9, Kind::Escape, true, ms));
        EXPECT_FALSE(keys.key(9, Kind::Escape, false, ms + 100));
        EXPECT_FALSE(keys.tick(ms + 150));
    }
}

TEST(PanicKeys, AreControlAltEscape) {
    PanicKeys keys;
    EXPECT_FALSE(keys.key(37, Kind::Control, true, 0));
    EXPECT_FALSE(keys.key(9, Kind::Escape, true, 10));
    EXPECT_FALSE(keys.key(9, Kind::Escape, false, 20));
    EXPECT_FALSE(keys.key(64, Kind::Alt, true, 30));
    EXPECT_FALSE(keys.key(38, Kind::Other, true, 40));
    EXPECT_TRUE(keys.key(9, Kind::Escape, true, 50));
    EXPECT_FALSE(keys.key(9, Kind::Escape, false, 60));
    EXPECT_FALSE(keys.key(37, Kind::Control, false, 70));
    EXPECT_FALSE(keys.key(9, Kind::Escape, true, 80));
}

}  // namespace
}  // namespace sesame::desktop
