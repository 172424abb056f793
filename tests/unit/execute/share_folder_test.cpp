// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "unit/execute/world.h"

#include <gtest/gtest.h>

namespace sesame::execute {
namespace {

using test::World;
using trigger::ShareFolder;
using trigger::ShareLevel;

std::vector<std::string> found(World& world, const std::string& name) {
    std::vector<std::string> out;
    const auto resolution = world.resolve(ShareFolder{"", name});
    if (resolution)
        for (const auto& target : resolution->targets)
            out.push_back(target.display);
    return out;
}

TEST(ShareFolder, BeginsWithWhatWasShown) {
    World world;
    const std::string path = world.tree.folder("docs/trip");
    const auto grant = world.grant(ShareFolder{path, "", ShareLevel::Take, 30});
    EXPECT_EQ(grant.scope().target.display, path);
    const Outcome outcome = world.run(grant);
    EXPECT_EQ(outcome.kind, OutcomeKind::Started);
    EXPECT_EQ(outcome.target, "trip");
    EXPECT_EQ(world.share.begun, std::vector{path});
}

TEST(ShareFolder, FindsFoldersAndFilesByTheirNames) {
    World world;
    const std::string folder = world.tree.folder("docs/Trip to Rome");
    const std::string file = world.tree.file("docs/deep/rome.zip", "zip");
    world.tree.file("docs/Trip to Rome/rome.jpg", "jpg");
    EXPECT_EQ(found(world, "trip to rome"), std::vector{folder});
    EXPECT_EQ(found(world, "rome.zip"), std::vector{file});
    EXPECT_TRUE(found(world, "london").empty());
}

TEST(ShareFolder, FindsTheAllowedPlacesThemselves) {
    World world;
    world.tree.folder("docs");
    EXPECT_EQ(found(world, "Docs"), std::vector{world.tree.path("docs")});
}

// S33, M38
TEST(ShareFolder, M38NeverFindsWhatIsNotToBeShared) {
    World world;
    world.tree.folder("docs/own data/Photos");
    world.tree.folder("elsewhere/Photos");
    const std::string refused = world.tree.folder("docs/a/Photos");
    world.share.refused.insert(refused);
    EXPECT_TRUE(found(world, "Photos").empty());
    EXPECT_EQ(world.resolve(ShareFolder{refused, ""}).error().code, ErrorCode::Refused);
    EXPECT_TRUE(world.resolve(ShareFolder{world.tree.path("none"), ""})->targets.empty());
    EXPECT_EQ(world.resolve(ShareFolder{"", "a/b"}).error().code, ErrorCode::Malformed);
}

TEST(ShareFolder, DoesNotBeginWhenTheProgramIsAboutToEnd) {
    World world;
    const auto grant = world.grant(ShareFolder{world.tree.folder("docs/trip"), ""});
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(world.dispatcher().run(grant, stop.get_token()).kind, OutcomeKind::Failed);
    EXPECT_TRUE(world.nothingRan());
}

}  // namespace
}  // namespace sesame::execute
