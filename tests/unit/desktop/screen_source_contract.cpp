// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "unit/desktop/screen_source_contract.h"

#include "support/wake.h"

#include <gmock/gmock.h>

namespace sesame::test {

using desktop::Monitor;
using desktop::Point;
using desktop::Rect;
using desktop::Size;
using testing::ElementsAre;
using testing::IsEmpty;

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(ScreenSourceContract);

namespace {
constexpr Rect kWhole{0, 0, ScreenStage::kSize.width, ScreenStage::kSize.height};
constexpr std::uint32_t kRed = 0xFF0000;
constexpr std::uint32_t kSea = 0x0080C0;
}  // namespace

void ScreenSourceContract::SetUp() {
    stage_ = GetParam()();
    stage_->paint(kWhole, kSea);
    auto opened = stage_->open();
    ASSERT_TRUE(opened) << opened.error().detail;
    source_ = *std::move(opened);
}

void ScreenSourceContract::add(desktop::ScreenSource::Changes changes) {
    for (std::size_t i = 0; i < changes.damaged.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            EXPECT_FALSE(changes.damaged[i].intersects(changes.damaged[j]));
    for (const Rect& area : changes.damaged)
        EXPECT_TRUE((Rect{0, 0, source_->pixels().size.width, source_->pixels().size.height}.contains(area)));
    told_.damaged.insert(told_.damaged.end(), changes.damaged.begin(), changes.damaged.end());
    told_.resized |= changes.resized;
    told_.monitors |= changes.monitors;
    told_.cursor |= changes.cursor;
    if (changes.pointer)
        told_.pointer = changes.pointer;
}

template <typename Enough>
bool ScreenSourceContract::pollUntil(Enough enough) {
    while (!enough()) {
        if (!readable(source_->descriptor()))
            return false;
        auto changes = source_->poll();
        if (!changes)
            return false;
        add(*std::move(changes));
    }
    return true;
}

std::uint32_t ScreenSourceContract::pixel(Point at) const {
    const desktop::Pixels pixels = source_->pixels();
    return pixels.data[static_cast<std::ptrdiff_t>(at.y) * pixels.stride + at.x] & 0xFFFFFF;
}

bool ScreenSourceContract::covered(const Rect& area) const {
    for (int y = area.y; y < area.bottom(); ++y)
        for (int x = area.x; x < area.right(); ++x)
            if (std::none_of(told_.damaged.begin(), told_.damaged.end(), [&](const Rect& one) {
                    return one.contains(Point{x, y});
                }))
                return false;
    return true;
}

TEST_P(ScreenSourceContract, IsSilentUntilSomethingChanges) {
    EXPECT_FALSE(readable(source_->descriptor(), 0));
    EXPECT_EQ(source_->pixels().size, ScreenStage::kSize);
    const auto changes = *source_->poll();
    EXPECT_THAT(changes.damaged, IsEmpty());
    EXPECT_FALSE(changes.resized || changes.monitors || changes.cursor || changes.pointer);
}

TEST_P(ScreenSourceContract, CapturesTheScreenAsItIs) {
    ASSERT_TRUE(source_->capture({&kWhole, 1}));
    for (const Point at : {Point{0, 0}, Point{639, 0}, Point{320, 240}, Point{0, 479}, Point{639, 479}})
        EXPECT_EQ(pixel(at), kSea);
}

TEST_P(ScreenSourceContract, CapturesNothingThatWasNotAskedFor) {
    const std::vector<Rect> areas{{10, 20, 30, 5}, {600, 470, 100, 100}, {700, 0, 10, 10}, {0, 0, 0, 0}};
    EXPECT_TRUE(source_->capture({}));
    ASSERT_TRUE(source_->capture(areas));
    EXPECT_EQ(pixel({10, 20}), kSea);
    EXPECT_EQ(pixel({639, 479}), kSea);
    EXPECT_EQ(pixel({10, 19}), 0U);
    EXPECT_EQ(pixel({10, 25}), 0U);
}

TEST_P(ScreenSourceContract, TellsOfAChangeAtOnce) {
    const Rect area{100, 50, 33, 17};
    stage_->paint(area, kRed);
    EXPECT_TRUE(readable(source_->descriptor(), 0));
    add(*source_->poll());
    EXPECT_TRUE(covered(area));
    EXPECT_FALSE(covered({0, 0, 1, 1}));
    ASSERT_TRUE(source_->capture(told_.damaged));
    EXPECT_EQ(pixel({100, 50}), kRed);
    EXPECT_EQ(pixel({132, 66}), kRed);
}

TEST_P(ScreenSourceContract, IsSilentAgainWhenEverythingWasTold) {
    stage_->paint({100, 50, 33, 17}, kRed);
    ASSERT_TRUE(pollUntil([&] { return !told_.damaged.empty(); }));
    ASSERT_TRUE(source_->capture(told_.damaged));
    EXPECT_FALSE(readable(source_->descriptor(), 0));
    EXPECT_THAT(source_->poll()->damaged, IsEmpty());
}

TEST_P(ScreenSourceContract, TellsAgainOfAnAreaThatChangesAgain) {
    const Rect area{8, 8, 20, 20};
    for (const std::uint32_t colour : {kRed, 0x00FF00U, 0x0000FFU}) {
        stage_->paint(area, colour);
        told_ = {};
        ASSERT_TRUE(pollUntil([&] { return covered(area); }));
        ASSERT_TRUE(source_->capture(told_.damaged));
        EXPECT_EQ(pixel({8, 8}), colour);
    }
}

TEST_P(ScreenSourceContract, CapturesWhatIsDrawnBetweenPollAndCapture) {
    const Rect area{8, 8, 20, 20};
    stage_->paint(area, kRed);
    ASSERT_TRUE(pollUntil([&] { return covered(area); }));
    stage_->paint(area, kSea);
    ASSERT_TRUE(source_->capture(told_.damaged));
    EXPECT_EQ(pixel({8, 8}), kSea);
    stage_->paint(area, kRed);
    told_ = {};
    ASSERT_TRUE(pollUntil([&] { return covered(area); }));
}

TEST_P(ScreenSourceContract, CollapsesManyChanges) {
    for (int i = 0; i < 100; ++i)
        stage_->paint({(i % 10) * 60, (i / 10) * 40, 7, 7}, kRed);
    const auto changes = *source_->poll();
    EXPECT_LE(changes.damaged.size(), 40U);
    add(changes);
    bool all = true;
    for (int i = 0; i < 100; ++i)
        all = all && covered({(i % 10) * 60, (i / 10) * 40, 7, 7});
    EXPECT_TRUE(all);
    EXPECT_FALSE(readable(source_->descriptor(), 0));
}

TEST_P(ScreenSourceContract, FollowsTheSizeOfTheScreen) {
    ASSERT_TRUE(source_->capture({&kWhole, 1}));
    stage_->resize({320, 200});
    EXPECT_EQ(source_->capture({&kWhole, 1}).error().code, ErrorCode::Changed);
    ASSERT_TRUE(pollUntil([&] { return told_.resized; }));
    EXPECT_EQ(source_->pixels().size, (Size{320, 200}));
    EXPECT_TRUE(covered({0, 0, 320, 200}));
    stage_->paint({0, 0, 320, 200}, kRed);
    const Rect now{0, 0, 320, 200};
    ASSERT_TRUE(source_->capture({&now, 1}));
    EXPECT_EQ(pixel({319, 199}), kRed);
    ASSERT_TRUE(
        pollUntil([&] { return source_->monitors().size() == 1 && source_->monitors()[0].area == now; }));

    told_ = {};
    stage_->resize(ScreenStage::kSize);
    ASSERT_TRUE(pollUntil([&] { return told_.resized && source_->pixels().size == ScreenStage::kSize; }));
    stage_->paint(kWhole, kRed);
    ASSERT_TRUE(source_->capture({&kWhole, 1}));
    EXPECT_EQ(pixel({639, 479}), kRed);
}

TEST_P(ScreenSourceContract, KnowsEveryMonitor) {
    ASSERT_EQ(source_->monitors().size(), 1U);
    EXPECT_EQ(source_->monitors()[0].area, kWhole);
    stage_->splitMonitors();
    ASSERT_TRUE(pollUntil([&] { return told_.monitors && source_->monitors().size() == 2; }));
    EXPECT_FALSE(told_.resized);
    EXPECT_THAT(source_->monitors(), ElementsAre(Monitor{"left", {0, 0, 320, 480}, true},
                                                 Monitor{"right", {320, 0, 320, 480}, false}));
}

TEST_P(ScreenSourceContract, KnowsTheCursor) {
    stage_->setCursor({16, 12}, {3, 4});
    ASSERT_TRUE(pollUntil([&] { return told_.cursor; }));
    const desktop::CursorShape shape = source_->cursor();
    EXPECT_EQ(shape.size, (Size{16, 12}));
    EXPECT_EQ(shape.hot, (Point{3, 4}));
    ASSERT_EQ(shape.argb.size(), 16U * 12U);
    EXPECT_EQ(shape.argb[0], 0xFF000000U);
    EXPECT_FALSE(readable(source_->descriptor(), 0));
}

TEST_P(ScreenSourceContract, FollowsThePointer) {
    stage_->movePointer({200, 300});
    ASSERT_TRUE(pollUntil([&] { return told_.pointer == Point{200, 300}; }));
    stage_->movePointer({20, 30});
    ASSERT_TRUE(pollUntil([&] { return told_.pointer == Point{20, 30}; }));
}

// The answer to a question about pointer or cursor may come in with a captured picture.
TEST_P(ScreenSourceContract, MissesNothingWhileItCaptures) {
    for (int i = 1; i <= 200; ++i) {
        stage_->movePointer({i, i});
        stage_->paint({i, 0, 1, 1}, kRed);
        ASSERT_TRUE(readable(source_->descriptor()));
        const auto changes = *source_->poll();
        ASSERT_TRUE(source_->capture({&kWhole, 1}));
        add(changes);
        ASSERT_TRUE(pollUntil([&] { return told_.pointer == Point{i, i}; }));
        ASSERT_TRUE(covered({i, 0, 1, 1}));
    }
}

TEST_P(ScreenSourceContract, SaysWhenTheDesktopIsGone) {
    stage_->vanish();
    EXPECT_TRUE(readable(source_->descriptor()));
    EXPECT_EQ(source_->poll().error().code, ErrorCode::Unavailable);
    EXPECT_EQ(source_->capture({&kWhole, 1}).error().code, ErrorCode::Unavailable);
}

}  // namespace sesame::test
