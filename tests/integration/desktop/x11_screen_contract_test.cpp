// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop/x11/x11_screen.h"
#include "support/x_display.h"
#include "unit/desktop/screen_source_contract.h"

#include <xcb/xtest.h>

namespace sesame::test {
namespace {

using desktop::x11Owned;

/// A real X server, which another client draws on.
class X11ScreenStage final : public ScreenStage {
  public:
    X11ScreenStage() {
        gc_ = xcb_generate_id(x());
        const std::uint32_t includeInferiors = XCB_SUBWINDOW_MODE_INCLUDE_INFERIORS;
        xcb_create_gc(x(), gc_, root(), XCB_GC_SUBWINDOW_MODE, &includeInferiors);
    }
    Result<std::unique_ptr<desktop::ScreenSource>> open() override {
        SESAME_TRY_ASSIGN(auto source, desktop::X11ScreenSource::open());
        return std::unique_ptr<desktop::ScreenSource>(std::move(source));
    }
    void paint(desktop::Rect area, std::uint32_t colour) override {
        xcb_change_gc(x(), gc_, XCB_GC_FOREGROUND, &colour);
        const xcb_rectangle_t rectangle{static_cast<std::int16_t>(area.x), static_cast<std::int16_t>(area.y),
                                        static_cast<std::uint16_t>(area.width),
                                        static_cast<std::uint16_t>(area.height)};
        xcb_poly_fill_rectangle(x(), root(), gc_, 1, &rectangle);
        settle();
    }
    void resize(desktop::Size size) override {
        const std::string width = std::to_string(size.width);
        const std::string height = std::to_string(size.height);
        const std::string name = width + "x" + height;
        if (size != kSize) {
            EXPECT_TRUE(
                Child({"xrandr", "--newmode", name, "0", width, "0", "0", width, height, "0", "0", height})
                    .succeeds());
            EXPECT_TRUE(Child({"xrandr", "--addmode", "screen", name}).succeeds());
        }
        EXPECT_TRUE(Child({"xrandr", "--output", "screen", "--mode", name}).succeeds());
    }
    void splitMonitors() override {
        EXPECT_TRUE(Child({"xrandr", "--setmonitor", "*left", "320/80x480/120+0+0", "screen"}).succeeds());
        EXPECT_TRUE(Child({"xrandr", "--setmonitor", "right", "320/80x480/120+320+0", "none"}).succeeds());
    }
    void setCursor(desktop::Size size, desktop::Point hot) override {
        const xcb_pixmap_t solid = xcb_generate_id(x());
        const auto extent = [](int pixels) { return static_cast<std::uint16_t>(pixels); };
        xcb_create_pixmap(x(), 1, solid, root(), extent(size.width), extent(size.height));
        const xcb_gcontext_t gc = xcb_generate_id(x());
        const std::uint32_t one = 1;
        xcb_create_gc(x(), gc, solid, XCB_GC_FOREGROUND, &one);
        const xcb_rectangle_t all{0, 0, extent(size.width), extent(size.height)};
        xcb_poly_fill_rectangle(x(), solid, gc, 1, &all);
        const xcb_cursor_t cursor = xcb_generate_id(x());
        xcb_create_cursor(x(), cursor, solid, solid, 0, 0, 0, 0, 0, 0, extent(hot.x), extent(hot.y));
        xcb_change_window_attributes(x(), root(), XCB_CW_CURSOR, &cursor);
        settle();
    }
    void movePointer(desktop::Point at) override {
        xcb_test_fake_input(x(), XCB_MOTION_NOTIFY, 0, 0, root(), static_cast<std::int16_t>(at.x),
                            static_cast<std::int16_t>(at.y), 0);
        settle();
    }
    void vanish() override { display_.end(); }

  private:
    xcb_connection_t* x() const { return painter_->get(); }
    xcb_window_t root() const { return painter_->root(); }
    /// The server writes to all clients before it answers the second question.
    void settle() {
        painter_->finish();
        painter_->finish();
    }

    XDisplay display_{"640x480x24"};
    std::unique_ptr<desktop::X11Connection> painter_ = *desktop::X11Connection::open();
    xcb_gcontext_t gc_ = XCB_NONE;
};

INSTANTIATE_TEST_SUITE_P(X11, ScreenSourceContract, testing::Values([]() -> std::unique_ptr<ScreenStage> {
                             return std::make_unique<X11ScreenStage>();
                         }));

TEST(X11ScreenSource, NeedsAnXServer) {
    EXPECT_EQ(desktop::X11ScreenSource::open(":64999").error().code, ErrorCode::Unavailable);
}

}  // namespace
}  // namespace sesame::test
