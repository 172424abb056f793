// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop/x11/x11_window_stack.h"

#include "support/x_display.h"
#include "support/x_hand.h"

#include <gtest/gtest.h>
#include <xcb/shape.h>

#include <QCoreApplication>
#include <QEventLoop>
#include <QTimer>

namespace sesame::desktop {
namespace {

using Sight = WindowStack::Sight;

/// Windows of this process, and of other programs.
class X11WindowStackTest : public testing::Test {
  protected:
    void SetUp() override {
        stack_ = openWindowStack([this] {
            ++changes_;
            loop_.quit();
        });
    }
    /// Another program's window that no window manager touches.
    std::unique_ptr<test::Child> foreign(const std::string& geometry) {
        const int before = changes_;
        auto program = std::make_unique<test::Child>(
            std::vector<std::string>{"xmessage", "-geometry", geometry, "-title", "foreign", "foreign"});
        waitFor([&] { return changes_ > before && above(); });
        return program;
    }
    bool above() {
        return test::Child({"xdotool", "search", "--onlyvisible", "--name", "^foreign$"}).succeeds();
    }
    template <typename Condition>
    bool waitFor(Condition condition) {
        QTimer patience;
        bool late = false;
        QObject::connect(&patience, &QTimer::timeout, [&] {
            late = true;
            loop_.quit();
        });
        patience.start(20'000);
        while (!condition() && !late)
            loop_.exec();
        return condition();
    }

    int argc_ = 0;
    QCoreApplication application_{argc_, nullptr};
    QEventLoop loop_;
    test::XDisplay display_;
    test::XHand own_{test::XHand::As::Program};
    int changes_ = 0;
    std::unique_ptr<WindowStack> stack_;
};

TEST_F(X11WindowStackTest, SeesAWindowThatIsShown) {
    const xcb_window_t banner = own_.window({100, 0, 300, 40});
    EXPECT_EQ(stack_->sightOf(banner), Sight::Whole);
    xcb_unmap_window(own_.get(), banner);
    own_.finish();
    EXPECT_EQ(stack_->sightOf(banner), Sight::Covered);
    EXPECT_EQ(stack_->sightOf(12345), Sight::Covered);
}

// S27, M16: a window of another program above the banner.
TEST_F(X11WindowStackTest, SeesThatAnotherProgramsWindowIsAbove) {
    const xcb_window_t banner = own_.window({100, 0, 300, 40});
    const auto beside = foreign("80x60+600+300");
    EXPECT_EQ(stack_->sightOf(banner), Sight::Whole);
    const auto over = foreign("200x200+350+20");
    ASSERT_TRUE(waitFor([&] { return stack_->sightOf(banner) == Sight::Covered; }));
    const std::uint32_t top = XCB_STACK_MODE_ABOVE;
    xcb_configure_window(own_.get(), banner, XCB_CONFIG_WINDOW_STACK_MODE, &top);
    own_.finish();
    EXPECT_EQ(stack_->sightOf(banner), Sight::Whole);
}

TEST_F(X11WindowStackTest, TellsThatWindowsChanged) {
    const xcb_window_t banner = own_.window({100, 0, 300, 40});
    ASSERT_TRUE(waitFor([&] { return changes_ > 0; }));
    const int before = changes_;
    const std::uint32_t x = 5;
    xcb_configure_window(own_.get(), banner, XCB_CONFIG_WINDOW_X, &x);
    xcb_flush(own_.get());
    EXPECT_TRUE(waitFor([&] { return changes_ > before; }));
}

TEST_F(X11WindowStackTest, IsNotTroubledByWindowsOfItsOwnProcess) {
    const xcb_window_t banner = own_.window({100, 0, 300, 40});
    own_.window({0, 0, 1024, 768});
    EXPECT_EQ(stack_->sightOf(banner), Sight::Whole);
}

TEST_F(X11WindowStackTest, SeesNoWindowOutsideTheScreen) {
    EXPECT_EQ(stack_->sightOf(own_.window({900, 0, 300, 40})), Sight::Covered);
    EXPECT_EQ(stack_->sightOf(own_.window({100, -20, 300, 40})), Sight::Covered);
}

TEST_F(X11WindowStackTest, LooksAtTheShapeOfWhatIsAbove) {
    const xcb_window_t banner = own_.window({100, 0, 300, 40});
    const auto over = foreign("200x200+350+20");
    ASSERT_TRUE(waitFor([&] { return stack_->sightOf(banner) == Sight::Covered; }));
    const auto tree =
        x11Owned(xcb_query_tree_reply(own_.get(), xcb_query_tree(own_.get(), own_.root()), nullptr));
    const xcb_window_t top =
        xcb_query_tree_children(tree.get())[xcb_query_tree_children_length(tree.get()) - 1];
    const xcb_rectangle_t part{100, 100, 50, 50};
    xcb_shape_rectangles(own_.get(), XCB_SHAPE_SO_SET, XCB_SHAPE_SK_BOUNDING, XCB_CLIP_ORDERING_UNSORTED, top,
                         0, 0, 1, &part);
    own_.finish();
    EXPECT_EQ(stack_->sightOf(banner), Sight::Whole);
}

TEST(WindowStack, KnowsNothingWithoutADisplay) {
    unsetenv("DISPLAY");
    EXPECT_EQ(openWindowStack([] {})->sightOf(1), Sight::Unknown);
}

}  // namespace
}  // namespace sesame::desktop
