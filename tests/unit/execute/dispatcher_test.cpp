// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/execute/dispatcher.h"

#include "unit/execute/world.h"

#include <gtest/gtest.h>

#include <thread>

namespace sesame::execute {
namespace {

using test::World;

std::vector<trigger::Command> oneOfEach(const World& world) {
    return {trigger::LaunchProgram{"calculator"}, trigger::OpenFile{world.tree.file("docs/a.txt"), ""},
            trigger::ImSettings{"", "text-size", "large"},
            trigger::RemoteControl{trigger::RemoteLevel::Look, 30},
            trigger::ShareFolder{world.tree.folder("docs/trip"), ""}};
}

TEST(Dispatcher, I4RunsAGrantOnceAndOnlyInTime) {
    for (std::size_t i = 0; i < 5; ++i) {
        World world;
        const auto grant = world.grant(oneOfEach(world)[i]);
        EXPECT_NE(world.run(grant).kind, OutcomeKind::Expired);
        EXPECT_EQ(world.run(grant).kind, OutcomeKind::Expired);
        World late;
        const auto old = late.grant(oneOfEach(late)[i]);
        late.clock.advance(consent::Grant::kStartWithinMs + 1);
        EXPECT_EQ(late.run(old).kind, OutcomeKind::Expired);
        EXPECT_TRUE(late.nothingRan());
    }
}

// M10: one grant, a hundred threads, each with a machine of its own that counts what starts.
TEST(Dispatcher, M10AHundredThreadsRunAGrantExactlyOnce) {
    World world;
    const auto grant = world.grant(trigger::ImSettings{"general", "", ""});
    std::atomic<int> ran = 0;
    std::vector<std::jthread> threads;
    auto dispatcher = world.dispatcher();
    for (int i = 0; i < 100; ++i)
        threads.emplace_back(
            [&, copy = grant] { ran += dispatcher.run(copy, {}).kind == OutcomeKind::Focused ? 1 : 0; });
    threads.clear();
    EXPECT_EQ(ran, 1);
    EXPECT_EQ(world.settings.pages.size(), 1U);
}

// M2: a target of one kind shown, a command of another kind in the grant.
TEST(Dispatcher, M2NeverMixesCommandsAndTargets) {
    World world;
    const auto commands = oneOfEach(world);
    for (const auto& shown : commands) {
        const auto target = world.resolve(shown)->targets.at(0);
        for (const auto& command : commands) {
            if (command.index() == shown.index())
                continue;
            const auto kind = world.run(test::grantFor(world.clock, test::scopeFor(command, target))).kind;
            EXPECT_TRUE(kind == OutcomeKind::Expired || kind == OutcomeKind::NotFound ||
                        kind == OutcomeKind::Refused);
        }
    }
    EXPECT_TRUE(world.nothingRan());
}

TEST(Dispatcher, NamesItsOutcomes) {
    EXPECT_STREQ(name(OutcomeKind::Started), "started");
    EXPECT_STREQ(name(OutcomeKind::NotFound), "not-found");
}

}  // namespace
}  // namespace sesame::execute
