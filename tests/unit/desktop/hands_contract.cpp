// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "unit/desktop/hands_contract.h"

#include "support/wake.h"

#include <gmock/gmock.h>

namespace sesame::test {

using desktop::KeySymbol;
using desktop::Point;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(HandsContract);

namespace {

constexpr KeySymbol kEscape = 0xFF1B;
constexpr KeySymbol kShift = 0xFFE1;
constexpr KeySymbol kControl = 0xFFE3;
constexpr KeySymbol kAlt = 0xFFE9;

KeySymbol symbolOf(char32_t character) {
    return character < 0x100 ? static_cast<KeySymbol>(character)
                             : 0x01000000 + static_cast<KeySymbol>(character);
}

}  // namespace

void HandsContract::SetUp() {
    stage_ = GetParam()();
    auto opened = stage_->open(clock_);
    ASSERT_TRUE(opened) << opened.error().detail;
    hands_ = *std::move(opened);
    ASSERT_THAT(told(), IsEmpty());
}

void HandsContract::type(const std::u32string& text) {
    for (const char32_t character : text) {
        EXPECT_TRUE(hands_.sink->key(symbolOf(character), true));
        EXPECT_TRUE(hands_.sink->key(symbolOf(character), false));
    }
}

bool HandsContract::waitForText(const std::u32string& text) {
    for (int round = 0; round < 200 && stage_->typed() != text; ++round) {
        readable(hands_.local->descriptor(), 100);
        clock_.advance(50);
        if (!hands_.local->poll())
            return false;
    }
    return stage_->typed() == text;
}

std::vector<HandsContract::Act> HandsContract::told() {
    std::vector<Act> all;
    while (readable(hands_.local->descriptor(), 0)) {
        const auto acts = hands_.local->poll();
        if (!acts)
            break;
        all.insert(all.end(), acts->begin(), acts->end());
    }
    return all;
}

std::vector<HandsContract::Act> HandsContract::moveInSteps(Point by, int steps, std::int64_t ms) {
    std::vector<Act> all;
    for (int i = 0; i < steps; ++i) {
        clock_.advance(ms);
        stage_->personMoves(by);
        for (int round = 0; round < 2; ++round) {
            for (const Act act : told())
                all.push_back(act);
            // It may have had to ask where the pointer is: by now it has the answer.
            static_cast<void>(stage_->pointer());
        }
    }
    return all;
}

TEST_P(HandsContract, TypesWhateverTheKeyboardLayoutIs) {
    const std::u32string text = U"Sesame, öffne dich! 芝麻开门 你好 😀 €";
    type(text);
    EXPECT_TRUE(waitForText(text));
    EXPECT_FALSE(stage_->anythingHeld());
}

TEST_P(HandsContract, TypesLongTextOfManyCharacters) {
    std::u32string text;
    for (char32_t i = 0; i < 100; ++i)
        text += static_cast<char32_t>(0x4E00 + i * 37 % 90);
    type(text);
    EXPECT_TRUE(waitForText(text));
}

TEST_P(HandsContract, KeepsTheOrderOfKeysAndClicks) {
    std::u32string text;
    for (char32_t i = 0; i < 60; ++i)
        text += static_cast<char32_t>(0x4E00 + i);
    type(text);
    ASSERT_TRUE(hands_.sink->pointer({40, 50}, 0));
    type(U"x");
    text += U'x';
    EXPECT_TRUE(waitForText(text));
    EXPECT_EQ(stage_->typed(), text);
    EXPECT_EQ(stage_->pointer(), (Point{40, 50}));
}

TEST_P(HandsContract, MovesThePointer) {
    ASSERT_TRUE(hands_.sink->pointer({123, 45}, 0));
    EXPECT_EQ(stage_->pointer(), (Point{123, 45}));
    EXPECT_FALSE(stage_->anythingHeld());
    ASSERT_TRUE(hands_.sink->pointer({200, 100}, 1));
    EXPECT_TRUE(stage_->anythingHeld());
    ASSERT_TRUE(hands_.sink->pointer({210, 100}, 0));
    EXPECT_EQ(stage_->pointer(), (Point{210, 100}));
    EXPECT_FALSE(stage_->anythingHeld());
}

TEST_P(HandsContract, HoldsKeysUntilTheyAreReleased) {
    ASSERT_TRUE(hands_.sink->key(kShift, true));
    ASSERT_TRUE(hands_.sink->key('A', true));
    EXPECT_TRUE(stage_->anythingHeld());
    ASSERT_TRUE(hands_.sink->key('A', false));
    EXPECT_TRUE(stage_->anythingHeld());
    ASSERT_TRUE(hands_.sink->key(kShift, false));
    EXPECT_FALSE(stage_->anythingHeld());
}

// I4: all injected keys are released at the end.
TEST_P(HandsContract, LetsGoOfEverythingAtOnce) {
    for (const KeySymbol symbol : {kControl, kAlt, KeySymbol{'x'}, symbolOf(U'你')})
        ASSERT_TRUE(hands_.sink->key(symbol, true));
    ASSERT_TRUE(hands_.sink->pointer({10, 10}, 0b101));
    EXPECT_TRUE(stage_->anythingHeld());
    hands_.sink->releaseAll();
    EXPECT_FALSE(stage_->anythingHeld());
}

TEST_P(HandsContract, LetsGoOfEverythingWhenItEnds) {
    ASSERT_TRUE(hands_.sink->key(kControl, true));
    ASSERT_TRUE(hands_.sink->pointer({10, 10}, 1));
    hands_.sink.reset();
    EXPECT_FALSE(stage_->anythingHeld());
}

// S24: dropped, not queued.
TEST_P(HandsContract, ForgetsWhatItHasNotDoneYetWhenItLetsGo) {
    for (int i = 0; i < 300; ++i)
        static_cast<void>(hands_.sink->key(symbolOf(static_cast<char32_t>(0x4E00 + i)), true));
    clock_.advance(20);
    ASSERT_TRUE(hands_.local->poll());
    hands_.sink->releaseAll();
    const std::u32string done = stage_->typed();
    for (int round = 0; round < 20; ++round) {
        clock_.advance(100);
        ASSERT_TRUE(hands_.local->poll());
    }
    EXPECT_EQ(stage_->typed(), done);
    EXPECT_FALSE(stage_->anythingHeld());
}

// S28, M15: own injected events are recognised by their echo.
TEST_P(HandsContract, TakesNothingThatItInjectsForTheLocalHand) {
    for (int i = 0; i < 50; ++i) {
        ASSERT_TRUE(hands_.sink->pointer({i * 7, i * 5}, i % 3 == 0 ? 1 : 0));
        type(U"aB你!");
        clock_.advance(20);
        EXPECT_THAT(told(), IsEmpty());
    }
    ASSERT_TRUE(hands_.sink->key(kEscape, true));
    clock_.advance(5000);
    EXPECT_THAT(*hands_.local->poll(), IsEmpty());
}

TEST_P(HandsContract, TellsOfKeysAndClicks) {
    stage_->personPresses('q', true);
    EXPECT_THAT(told(), ElementsAre(Act::Key));
    stage_->personPresses('q', false);
    EXPECT_THAT(told(), IsEmpty());
    stage_->personClicks();
    EXPECT_THAT(told(), ElementsAre(Act::Click));
}

TEST_P(HandsContract, TellsTheLocalHandFromItsOwn) {
    for (int i = 0; i < 30; ++i) {
        type(U"q");
        stage_->personPresses('q', true);
        type(U"q");
        stage_->personPresses('q', false);
        EXPECT_THAT(told(), ElementsAre(Act::Key));
        ASSERT_TRUE(hands_.sink->pointer({i, i}, 1));
        ASSERT_TRUE(hands_.sink->pointer({i, i}, 0));
        stage_->personClicks();
        EXPECT_THAT(told(), ElementsAre(Act::Click));
    }
}

TEST_P(HandsContract, TellsOfDeliberateMovements) {
    EXPECT_THAT(moveInSteps({8, 3}, 20, 16), Contains(Act::Move));
    EXPECT_THAT(told(), IsEmpty());
}

// S28: a trembling hand does not take the mouse away.
TEST_P(HandsContract, TellsNothingOfATremblingHand) {
    std::vector<Act> all;
    for (int i = 0; i < 40; ++i)
        for (const Point by : {Point{8, 2}, Point{-8, -2}})
            for (const Act act : moveInSteps(by, 2, 16))
                all.push_back(act);
    EXPECT_THAT(all, IsEmpty());
}

TEST_P(HandsContract, TellsOfMovementsWhileItMovesThePointerItself) {
    std::vector<Act> all;
    for (int i = 0; i < 40; ++i) {
        ASSERT_TRUE(hands_.sink->pointer({300 + i, 200}, 0));
        for (const Act act : moveInSteps({5, 0}, 1, 16))
            all.push_back(act);
    }
    EXPECT_THAT(all, Contains(Act::Move));
}

// M13: the panic keys.
TEST_P(HandsContract, PanicsWhenEscapeIsHeldForASecond) {
    stage_->personPresses(kEscape, true);
    EXPECT_THAT(told(), Not(Contains(Act::Panic)));
    EXPECT_TRUE(hands_.local->wantsTick());
    clock_.advance(950);
    EXPECT_THAT(*hands_.local->poll(), IsEmpty());
    clock_.advance(50);
    EXPECT_THAT(*hands_.local->poll(), ElementsAre(Act::Panic));
    stage_->personPresses(kEscape, false);
    EXPECT_THAT(told(), IsEmpty());
    EXPECT_FALSE(hands_.local->wantsTick());
}

TEST_P(HandsContract, PanicsOnControlAltEscape) {
    stage_->personPresses(kControl, true);
    stage_->personPresses(kAlt, true);
    EXPECT_THAT(told(), Not(Contains(Act::Panic)));
    stage_->personPresses(kEscape, true);
    EXPECT_THAT(told(), Contains(Act::Panic));
}

TEST_P(HandsContract, PanicsWhenTheMouseIsShaken) {
    std::vector<Act> all;
    for (int shake = 0; shake < 3; ++shake)
        for (const int step : {40, -40})
            for (const Act act : moveInSteps({step, 0}, 5, 16))
                all.push_back(act);
    EXPECT_THAT(all, Contains(Act::Panic));
}

// S24: whether input would reach a window of this very program.
TEST_P(HandsContract, KnowsWindowsOfItsOwnProcess) {
    EXPECT_FALSE(hands_.sink->hitsOwnWindow({60, 60}));
    EXPECT_FALSE(hands_.sink->ownWindowHasKeyboard());
    stage_->showOwnWindow({50, 50, 20, 20});
    EXPECT_TRUE(hands_.sink->hitsOwnWindow({50, 50}));
    EXPECT_TRUE(hands_.sink->hitsOwnWindow({69, 69}));
    EXPECT_FALSE(hands_.sink->hitsOwnWindow({49, 60}));
    EXPECT_FALSE(hands_.sink->hitsOwnWindow({60, 70}));
    EXPECT_FALSE(hands_.sink->ownWindowHasKeyboard());
    stage_->giveOwnWindowTheKeyboard();
    EXPECT_TRUE(hands_.sink->ownWindowHasKeyboard());
}

TEST_P(HandsContract, SaysWhenTheDesktopIsGone) {
    stage_->vanish();
    EXPECT_TRUE(readable(hands_.local->descriptor()));
    EXPECT_EQ(hands_.local->poll().error().code, ErrorCode::Unavailable);
    EXPECT_EQ(hands_.sink->key('a', true).error().code, ErrorCode::Unavailable);
    EXPECT_EQ(hands_.sink->pointer({1, 1}, 0).error().code, ErrorCode::Unavailable);
}

}  // namespace sesame::test
