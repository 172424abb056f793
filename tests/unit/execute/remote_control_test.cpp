// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "unit/execute/world.h"

#include <gtest/gtest.h>

namespace sesame::execute {
namespace {

using test::World;
using trigger::RemoteControl;
using trigger::RemoteLevel;
const trigger::Command kControl = RemoteControl{RemoteLevel::Control, 30};

TEST(RemoteControl, BeginsASessionOfTheScreenThatWasShown) {
    World world;
    const auto grant = world.grant(kControl);
    EXPECT_EQ(grant.scope().target.display, "640×480");
    EXPECT_EQ(world.run(grant).kind, OutcomeKind::Started);
    EXPECT_EQ(world.remote.begun, (std::vector{RemoteControl{RemoteLevel::Control, 30}}));
}

// I2, M2
TEST(RemoteControl, M2NeverShowsAnotherScreenThanTheOneAsked) {
    World world;
    const auto grant = world.grant(kControl);
    world.remote.size = std::string("1920×1080");
    EXPECT_EQ(world.run(grant).kind, OutcomeKind::Expired);
    EXPECT_TRUE(world.nothingRan());
}

TEST(RemoteControl, SaysWhyTheScreenCannotBeShown) {
    World world;
    world.remote.size = Error{ErrorCode::Refused, "somebody sees it already"};
    EXPECT_EQ(world.resolve(kControl).error().code, ErrorCode::Refused);
}

TEST(RemoteControl, DoesNotBeginWhenTheProgramIsAboutToEnd) {
    World world;
    const auto grant = world.grant(kControl);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(world.dispatcher().run(grant, stop.get_token()).kind, OutcomeKind::Failed);
    EXPECT_TRUE(world.nothingRan());
}

// I2: consent to one thing is none to another.
TEST(RemoteControl, PassesAClipboardTextWithoutShowingTheScreen) {
    World world;
    for (const auto reference : {consent::kClipboardOutTarget, consent::kClipboardInTarget}) {
        const consent::ResolvedTarget target{"text", std::string(reference), "f"};
        const auto grant = test::grantFor(world.clock, test::scopeFor(kControl, target));
        EXPECT_EQ(world.run(grant).kind, OutcomeKind::Started);
        EXPECT_EQ(world.run(grant).kind, OutcomeKind::Expired);
        EXPECT_EQ(world.remote.passed.back(), reference);
    }
    EXPECT_TRUE(world.remote.begun.empty());
    const consent::ResolvedTarget other{"640×480", "something else", "640×480"};
    EXPECT_EQ(world.run(test::grantFor(world.clock, test::scopeFor(kControl, other))).kind,
              OutcomeKind::Expired);
}

}  // namespace
}  // namespace sesame::execute
