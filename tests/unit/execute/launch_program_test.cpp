// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "execute/launch_program.h"

#include "execute/window_match.h"
#include "unit/execute/world.h"

#include <gtest/gtest.h>
#include <unistd.h>

namespace sesame::execute {
namespace {

using test::World;
using trigger::LaunchProgram;
const trigger::Command kCalculator = LaunchProgram{"calculator"};

TEST(LaunchProgram, ShowsNameFileIdAndWhoInstalledIt) {
    World world;
    EXPECT_EQ(world.resolve(kCalculator)->targets.at(0).display, "calculator (calculator.desktop)");
    world.programs.programs[0].userInstalled = true;
    EXPECT_EQ(world.resolve(kCalculator)->targets.at(0).display,
              "calculator (calculator.desktop, installed by this user)");
}

TEST(LaunchProgram, SaysWhenItIsNotInstalled) {
    World world;
    EXPECT_TRUE(world.resolve(LaunchProgram{"spreadsheet"})->targets.empty());
    const auto grant = test::grantFor(world.clock, test::scopeFor(LaunchProgram{"spreadsheet"}, {}));
    EXPECT_EQ(world.run(grant).kind, OutcomeKind::NotFound);
    EXPECT_TRUE(world.nothingRan());
}

TEST(LaunchProgram, RefusesNamesThatHideSomething) {
    World world;
    for (const char* said : {"", "calc\n", "calc\xE2\x80\xAE", "\xFF"})
        EXPECT_FALSE(world.resolve(LaunchProgram{said})) << said;
}

TEST(LaunchProgram, StartsItAndBringsItsWindowToTheFront) {
    World world;
    world.windows.windows = {{1, "Other", "Other", 0}};
    world.windows.onWait = [&] {
        if (world.windows.waits == 3)
            world.windows.windows.push_back({2, "Calculator", "Calculator", 0, "calculator"});
    };
    const auto outcome = world.run(world.grant(kCalculator));
    EXPECT_EQ(outcome.kind, OutcomeKind::Started);
    EXPECT_EQ(outcome.target, "calculator");
    EXPECT_EQ(world.launcher.started, (std::vector<std::vector<std::string>>{{"calculator", "--flag"}}));
    EXPECT_EQ(world.windows.activated, std::vector<std::uint32_t>{2});
}

TEST(LaunchProgram, BringsARunningOneToTheFrontInstead) {
    World world;
    world.windows.windows = {{1, "Other", "", 0}, {2, "Calculator", "", 0}};
    EXPECT_EQ(world.run(world.grant(kCalculator)).kind, OutcomeKind::Focused);
    EXPECT_TRUE(world.launcher.started.empty());
    EXPECT_EQ(world.windows.activated, std::vector<std::uint32_t>{2});
}

TEST(LaunchProgram, StartsAnotherWhenTheWindowManagerRefuses) {
    World world;
    world.windows.windows = {{2, "Calculator", "", 0}};
    world.windows.refuses = true;
    EXPECT_EQ(world.run(world.grant(kCalculator)).kind, OutcomeKind::Started);
    EXPECT_EQ(world.launcher.started.size(), 1U);
}

TEST(LaunchProgram, WaitsTenSecondsForAWindowAndNoLonger) {
    World world;
    const auto grant = world.grant(kCalculator);
    const std::int64_t before = world.clock.bootMs();
    EXPECT_EQ(world.run(grant).kind, OutcomeKind::Started);
    EXPECT_EQ(world.clock.bootMs() - before, LaunchProgramExecutor::kWindowTimeMs);
}

TEST(LaunchProgram, StopsWaitingWhenTold) {
    World world;
    std::stop_source stop;
    world.windows.onWait = [&] { stop.request_stop(); };
    auto dispatcher = world.dispatcher();
    EXPECT_EQ(dispatcher.run(world.grant(kCalculator), stop.get_token()).kind, OutcomeKind::Started);
    EXPECT_EQ(world.windows.waits, 1);
}

TEST(LaunchProgram, RunsNothingAfterAStop) {
    World world;
    std::stop_source stop;
    const auto grant = world.grant(kCalculator);
    stop.request_stop();
    EXPECT_EQ(world.dispatcher().run(grant, stop.get_token()).kind, OutcomeKind::Failed);
    EXPECT_TRUE(world.nothingRan());
}

TEST(LaunchProgram, SaysWhenItDoesNotStart) {
    World world;
    world.launcher.failure = Error{ErrorCode::Io, "no memory"};
    EXPECT_EQ(world.run(world.grant(kCalculator)).kind, OutcomeKind::Failed);
}

// I2, M2: whatever of it changes between dialog and start, it does not run.
TEST(LaunchProgram, M2NeverRunsAnythingThatWasNotShown) {
    using Change = void (*)(desktop::InstalledProgram&);
    const Change changes[] = {[](desktop::InstalledProgram& p) { p.fingerprint = "2"; },
                              [](desktop::InstalledProgram& p) { p.name = "Calculator!"; },
                              [](desktop::InstalledProgram& p) { p.id = "evil.desktop"; },
                              [](desktop::InstalledProgram& p) { p.userInstalled = true; },
                              [](desktop::InstalledProgram& p) { p.file = "/elsewhere"; }};
    for (const Change change : changes) {
        World world;
        const auto grant = world.grant(kCalculator);
        change(world.programs.programs[0]);
        const auto kind = world.run(grant).kind;
        EXPECT_TRUE(kind == OutcomeKind::Expired || kind == OutcomeKind::NotFound);
        EXPECT_TRUE(world.nothingRan());
        EXPECT_EQ(world.run(grant).kind, OutcomeKind::Expired) << "a refused grant is spent";
    }
}

TEST(WindowMatch, KnowsAProgramsWindows) {
    using Window = desktop::Windows::Window;
    desktop::InstalledProgram program = test::programNamed("org.gnome.Calculator");
    program.argv = {"/usr/bin/gnome-calculator"};
    EXPECT_TRUE(belongsTo(Window{1, "org.gnome.Calculator", "", 0}, program));
    EXPECT_TRUE(belongsTo(Window{1, "x", "", 0, "gnome-calculator"}, program));
    EXPECT_TRUE(belongsTo(Window{1, "Gnome-Calculator", "", 0}, program));
    EXPECT_FALSE(belongsTo(Window{1, "calculator", "Calculator", 0}, program));
    EXPECT_FALSE(belongsTo(Window{}, program));
    program.windowClass = "Calc";
    EXPECT_TRUE(belongsTo(Window{1, "calc", "", 0}, program));
    EXPECT_FALSE(belongsTo(Window{1, "gnome-calculator", "", 0}, program));
}

TEST(WindowMatch, KnowsTheProgramAProcessRuns) {
    desktop::InstalledProgram program = test::programNamed("x");
    program.executable = std::filesystem::read_symlink("/proc/self/exe").string();
    EXPECT_TRUE(belongsTo({1, "other", "", getpid()}, program));
    program.executable = "/usr/bin/other";
    EXPECT_FALSE(belongsTo({1, "other", "", getpid()}, program));
    EXPECT_TRUE(inSessionOf({1, "", "", getpid()}, getsid(0)));
    EXPECT_FALSE(inSessionOf({1, "", "", 0}, 0));
}

}  // namespace
}  // namespace sesame::execute
