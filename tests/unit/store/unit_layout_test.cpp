// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/unit_layout.h"

#include "sesame/crypto/aead.h"

#include <gtest/gtest.h>

namespace sesame::store {
namespace {

constexpr auto kOver = static_cast<std::int64_t>(crypto::kSealOverhead);

/// Walks the units of a file one after the other.
void expectSeamless(FileKind kind, std::int64_t firstPhysical) {
    const UnitLayout layout(kind);
    std::int64_t logical = 0;
    std::int64_t physical = firstPhysical;
    for (int i = 0; i < 100; ++i) {
        const Unit unit = layout.unitAt(logical);
        ASSERT_EQ(unit.logical, logical);
        ASSERT_EQ(unit.physical, physical);
        const auto size = static_cast<std::int64_t>(unit.size);
        ASSERT_EQ(layout.unitAt(logical + size - 1).logical, logical);
        ASSERT_EQ(layout.logicalSize(physical), logical);
        ASSERT_EQ(layout.logicalSize(physical + size + kOver - 1), logical);
        ASSERT_EQ(layout.logicalSize(physical + size + kOver), logical + size);
        logical += size;
        physical += size + kOver;
    }
}

TEST(UnitLayout, CoversTheMainFileWithoutGapsAndIgnoresACutUnit) {
    expectSeamless(FileKind::Main, kHeaderSize);
}

TEST(UnitLayout, CoversTheLogWithoutGapsAndIgnoresACutUnit) {
    expectSeamless(FileKind::Log, 0);
}

TEST(UnitLayout, NeverGivesTwoUnitsOneName) {
    const UnitLayout log(FileKind::Log);
    const Unit header = log.unitAt(0);
    const Unit frame = log.unitAt(32);
    const Unit page = log.unitAt(32 + 24);
    EXPECT_EQ(header.role, UnitRole::LogHeader);
    EXPECT_EQ(frame.role, UnitRole::FrameHeader);
    EXPECT_EQ(page.role, UnitRole::FramePage);
    EXPECT_EQ(log.unitAt(32 + 24 + 4096).index, 1U);
    EXPECT_EQ(UnitLayout(FileKind::Main).unitAt(0).role, UnitRole::Page);
}

TEST(UnitLayout, GivesAnEmptyFileForLessThanAHeader) {
    EXPECT_EQ(UnitLayout(FileKind::Main).logicalSize(0), 0);
    EXPECT_EQ(UnitLayout(FileKind::Main).logicalSize(kHeaderSize - 1), 0);
    EXPECT_EQ(UnitLayout(FileKind::Log).logicalSize(71), 0);
}

}  // namespace
}  // namespace sesame::store
