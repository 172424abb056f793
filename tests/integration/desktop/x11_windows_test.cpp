// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop/x11/x11_windows.h"

#include "support/fake_desktop.h"
#include "support/grants.h"
#include "support/key_reader.h"
#include "support/temp_tree.h"
#include "support/x_display.h"

#include "sesame/desktop/process_launcher.h"
#include "sesame/desktop/xdg_programs.h"
#include "sesame/execute/dispatcher.h"

#include <gtest/gtest.h>

#include <chrono>

namespace sesame::desktop {
namespace {

using Window = Windows::Window;
constexpr int kPatienceMs = 20'000;

/// Xvfb with a window manager, and a connection of ours.
class X11 : public testing::Test {
  protected:
    void SetUp() override {
        ASSERT_FALSE(display_.name().empty());
        windowManager_ = std::make_unique<test::Child>(
            std::vector<std::string>{"openbox", "--sm-disable", "--startup", "xmessage -title ready ready"});
        auto opened = X11Windows::open();
        ASSERT_TRUE(opened) << opened.error().detail;
        windows_ = *std::move(opened);
        // It starts this one when it handles windows; one that comes earlier may stay without a manager.
        ASSERT_TRUE(waitUntil([&] { return titled("ready").has_value(); }));
    }
    template <typename Condition>
    bool waitUntil(Condition condition) {
        const std::int64_t end = clock_.bootMs() + kPatienceMs;
        while (!condition())
            if (clock_.bootMs() > end || !windows_->waitForChange(100))
                return false;
        return true;
    }
    std::optional<Window> titled(const std::string& title) {
        for (const Window& window : windows_->list())
            if (window.title == title)
                return window;
        return std::nullopt;
    }
    /// A window of a real program.
    std::unique_ptr<test::Child> message(const std::string& title) {
        return std::make_unique<test::Child>(std::vector<std::string>{"xmessage", "-title", title, title});
    }

    SystemClock clock_;
    test::XDisplay display_;
    std::unique_ptr<test::Child> windowManager_;
    std::unique_ptr<X11Windows> windows_;
};

TEST_F(X11, ListsRealWindowsWithTheirClass) {
    const auto first = message("first");
    ASSERT_TRUE(waitUntil([&] { return titled("first").has_value(); }));
    EXPECT_EQ(titled("first")->windowClass, "Xmessage");
    EXPECT_EQ(titled("first")->instance, "xmessage");
}

TEST_F(X11, BringsEachWindowToTheFront) {
    const auto first = message("first");
    const auto second = message("second");
    ASSERT_TRUE(waitUntil([&] { return titled("first") && titled("second"); }));
    for (int round = 0; round < 5; ++round) {
        EXPECT_TRUE(windows_->activate(*titled("first")));
        EXPECT_TRUE(windows_->activate(*titled("second")));
    }
}

TEST_F(X11, SaysWhenTheWindowIsGone) {
    auto first = message("first");
    ASSERT_TRUE(waitUntil([&] { return titled("first").has_value(); }));
    const Window window = *titled("first");
    first.reset();
    ASSERT_TRUE(waitUntil([&] { return !titled("first"); }));
    EXPECT_EQ(windows_->activate(window).error().code, ErrorCode::Unavailable);
    EXPECT_EQ(windows_->activate({}).error().code, ErrorCode::Unavailable);
}

TEST_F(X11, MapsAnIconisedWindowAgain) {
    const auto first = message("first");
    ASSERT_TRUE(waitUntil([&] { return titled("first").has_value(); }));
    ASSERT_TRUE(windows_->activate(*titled("first")));
    const test::Child minimise({"xdotool", "search", "--name", "^first$", "windowminimize", "--sync"});
    const test::Child other({"xmessage", "-title", "second", "second"});
    ASSERT_TRUE(waitUntil([&] { return titled("second").has_value(); }));
    EXPECT_TRUE(windows_->activate(*titled("second")));
    EXPECT_TRUE(windows_->activate(*titled("first")));
}

// S30 looks at what is in front.
TEST_F(X11, KnowsTheActiveWindow) {
    const auto first = message("first");
    const auto second = message("second");
    ASSERT_TRUE(waitUntil([&] { return titled("first") && titled("second"); }));
    ASSERT_TRUE(windows_->activate(*titled("first")));
    EXPECT_EQ(windows_->active()->title, "first");
    ASSERT_TRUE(windows_->activate(*titled("second")));
    EXPECT_EQ(windows_->active()->title, "second");
    EXPECT_EQ(windows_->active()->windowClass, "Xmessage");
}

// S30: another page of a browser changes nothing but the title of the window in front.
TEST_F(X11, TellsWhenTheWindowInFrontIsCalledSomethingElse) {
    const auto first = message("first");
    ASSERT_TRUE(waitUntil([&] { return titled("first").has_value(); }));
    ASSERT_TRUE(windows_->activate(*titled("first")));
    EXPECT_TRUE(windows_->waitForChange(0)) << "from here on it is watched";
    ASSERT_EQ(windows_->active()->title, "first");
    const std::string id = std::to_string(windows_->active()->id);
    const test::Child rename({"xdotool", "set_window", "--name", "Online Banking", id});
    const auto begun = std::chrono::steady_clock::now();
    while (windows_->active()->title == "first")
        ASSERT_TRUE(windows_->waitForChange(20'000));
    EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(10)) << "told, not looked up";
}

TEST(X11WithoutWindowManager, KnowsWhatHasTheKeyboard) {
    const test::XDisplay display;
    const auto windows = openWindows();
    EXPECT_FALSE(windows->active());
    const test::KeyReader reader;
    EXPECT_EQ(windows->active()->id, reader.window());
}

// The whole of LaunchProgram with nothing faked but the settings: found by its Chinese name, started, in
// front; a second time the same window is brought to the front.
TEST_F(X11, LaunchesARealProgramAndFindsItAgain) {
    test::TempTree tree;
    tree.file("data/applications/notice.desktop",
              "[Desktop Entry]\nType=Application\nName=Notice\nName[zh_CN]=公告\nExec=xmessage -name notice "
              "hello\nStartupWMClass=notice\n");
    XdgPlaces places = XdgPlaces::fromEnvironment();
    places.dataHome = tree.path("home");
    places.dataDirs = {tree.path("data")};
    const XdgPrograms programs(places);
    ProcessLauncher launcher;
    test::FakeSettings settings;
    test::FakeClock asking;
    test::FakeRemote remote(asking);
    test::FakeShare share(asking);
    // Stands still: the windows themselves end the wait.
    execute::Dispatcher dispatcher({asking, programs, *windows_, launcher, settings, remote, share, {}});
    const trigger::Command command = trigger::LaunchProgram{"公告"};
    const auto target = dispatcher.resolve(command, {})->targets.at(0);
    const auto grant = [&] { return test::grantFor(asking, test::scopeFor(command, target)); };
    EXPECT_EQ(dispatcher.run(grant(), {}).detail, "notice.desktop, in front");
    EXPECT_EQ(windows_->list().size(), 2U);
    EXPECT_EQ(dispatcher.run(grant(), {}).kind, execute::OutcomeKind::Focused);
    EXPECT_EQ(windows_->list().size(), 2U);
    const test::Child end({"xdotool", "search", "--name", "^notice$", "windowkill"});
    EXPECT_TRUE(waitUntil([&] { return windows_->list().size() == 1; }));
}

TEST(OpenWindows, SeesNothingWithoutADisplay) {
    unsetenv("DISPLAY");
    const auto none = openWindows();
    EXPECT_TRUE(none->list().empty());
    EXPECT_EQ(none->activate({}).error().code, ErrorCode::Unavailable);
    EXPECT_EQ(none->waitForChange(1000).error().code, ErrorCode::Unavailable);
    setenv("DISPLAY", ":64999", 1);
    EXPECT_TRUE(openWindows()->list().empty());
    unsetenv("DISPLAY");
}

}  // namespace
}  // namespace sesame::desktop
