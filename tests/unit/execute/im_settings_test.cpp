// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "unit/execute/world.h"

#include <gtest/gtest.h>

namespace sesame::execute {
namespace {

using test::World;
using trigger::ImSettings;
const trigger::Command kLarge = ImSettings{"", "text-size", "large"};

TEST(ImSettings, ShowsOldAndNewAndChangesIt) {
    World world;
    const auto grant = world.grant(kLarge);
    EXPECT_EQ(grant.scope().target.display, "Text size: normal → large");
    EXPECT_EQ(world.run(grant).kind, OutcomeKind::Changed);
    EXPECT_EQ(world.settings.values["text-size"], "large");
}

TEST(ImSettings, OpensAPage) {
    World world;
    const auto grant = world.grant(ImSettings{"appearance", "", ""});
    EXPECT_EQ(grant.scope().target.display, "Settings: Appearance");
    EXPECT_EQ(world.run(grant).kind, OutcomeKind::Focused);
    EXPECT_EQ(world.settings.pages, std::vector<std::string>{"appearance"});
}

// I2, M2
TEST(ImSettings, M2NeverChangesASettingThatChangedMeanwhile) {
    World world;
    const auto grant = world.grant(kLarge);
    world.settings.values["text-size"] = "huge";
    EXPECT_EQ(world.run(grant).kind, OutcomeKind::Expired);
    EXPECT_TRUE(world.nothingRan());
}

TEST(ImSettings, M2NeverSetsAnotherValueThanTheOneShown) {
    World world;
    const auto target = world.resolve(kLarge)->targets.at(0);
    const auto grant =
        test::grantFor(world.clock, test::scopeFor(ImSettings{"", "text-size", "huge"}, target));
    EXPECT_EQ(world.run(grant).kind, OutcomeKind::Expired);
    EXPECT_TRUE(world.nothingRan());
}

// S35: safety settings are out of reach, by dialog and by a grant that should not exist.
TEST(ImSettings, S35ReachesNothingBeyondTheList) {
    const ImSettings rows[] = {{"", "hub-address", "evil"},
                               {"", "auto-accept", "on"},
                               {"", "audit-log", "off"},
                               {"", "text-size", "enormous"},
                               {"", "text-size", ""},
                               {"", "TEXT-SIZE", "large"},
                               {"", "text-size ", "large"},
                               {"", "language", "../../x"},
                               {"", "", "large"},
                               {"", "", ""},
                               {"general", "text-size", "large"},
                               {"general", "", "x"},
                               {"devices", "", ""},
                               {"security", "", ""},
                               {"General", "", ""}};
    for (const ImSettings& row : rows) {
        World world;
        EXPECT_FALSE(world.resolve(row)) << row.page << row.key;
        const auto grant = test::grantFor(world.clock, test::scopeFor(row, {"x", "setting/" + row.key, "x"}));
        EXPECT_EQ(world.run(grant).kind, OutcomeKind::Refused) << row.page << row.key;
        EXPECT_TRUE(world.nothingRan());
    }
}

}  // namespace
}  // namespace sesame::execute
