// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "canvas.h"

#include "marker.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <vector>

namespace sesame::bench {
namespace {

constexpr std::uint32_t kDesktop = 0x3A6EA5;
constexpr int kBandRows = 256;

std::int16_t coordinate(int value) {
    return static_cast<std::int16_t>(value);
}
std::uint16_t length(int value) {
    return static_cast<std::uint16_t>(value);
}

}  // namespace

Canvas::Canvas(const char* display) : connection_(xcb_connect(display, nullptr)) {
    if (xcb_connection_has_error(connection_) != 0) {
        std::fprintf(stderr, "no X server at %s\n", display);
        std::exit(1);
    }
    screen_ = xcb_setup_roots_iterator(xcb_get_setup(connection_)).data;
    window_ = xcb_generate_id(connection_);
    const std::uint32_t values[] = {kDesktop, 1, XCB_EVENT_MASK_KEY_PRESS | XCB_EVENT_MASK_BUTTON_PRESS};
    xcb_create_window(connection_, XCB_COPY_FROM_PARENT, window_, screen_->root, 0, 0,
                      length(marker::kSceneWidth), length(marker::kSceneHeight), 0,
                      XCB_WINDOW_CLASS_INPUT_OUTPUT, screen_->root_visual,
                      XCB_CW_BACK_PIXEL | XCB_CW_OVERRIDE_REDIRECT | XCB_CW_EVENT_MASK, values);
    pen_ = xcb_generate_id(connection_);
    const std::uint32_t silent = 0;
    xcb_create_gc(connection_, pen_, window_, XCB_GC_GRAPHICS_EXPOSURES, &silent);
    xcb_map_window(connection_, window_);
    xcb_set_input_focus(connection_, XCB_INPUT_FOCUS_POINTER_ROOT, window_, XCB_CURRENT_TIME);
    settle();
}

Canvas::~Canvas() {
    xcb_disconnect(connection_);
}

xcb_pixmap_t Canvas::upload(const QImage& picture) {
    const xcb_pixmap_t pixmap = xcb_generate_id(connection_);
    xcb_create_pixmap(connection_, screen_->root_depth, pixmap, window_, length(picture.width()),
                      length(picture.height()));
    for (int y = 0; y < picture.height(); y += kBandRows) {
        const int rows = std::min(kBandRows, picture.height() - y);
        xcb_put_image(connection_, XCB_IMAGE_FORMAT_Z_PIXMAP, pixmap, pen_, length(picture.width()),
                      length(rows), 0, coordinate(y), 0, screen_->root_depth,
                      static_cast<std::uint32_t>(picture.bytesPerLine() * rows), picture.constScanLine(y));
    }
    return pixmap;
}

void Canvas::copy(xcb_pixmap_t from, int fromX, int fromY, int x, int y, int width, int height) {
    xcb_copy_area(connection_, from, window_, pen_, coordinate(fromX), coordinate(fromY), coordinate(x),
                  coordinate(y), length(width), length(height));
}

void Canvas::fillAll(xcb_window_t window, std::uint32_t colour, const xcb_rectangle_t* areas,
                     std::size_t count) {
    xcb_change_gc(connection_, pen_, XCB_GC_FOREGROUND, &colour);
    xcb_poly_fill_rectangle(connection_, window, pen_, static_cast<std::uint32_t>(count), areas);
}

void Canvas::fill(int x, int y, int width, int height, std::uint32_t colour) {
    const xcb_rectangle_t area{coordinate(x), coordinate(y), length(width), length(height)};
    fillAll(window_, colour, &area, 1);
}

xcb_window_t Canvas::child(xcb_pixmap_t picture, int x, int y, int width, int height) {
    const xcb_window_t child = xcb_generate_id(connection_);
    xcb_create_window(connection_, XCB_COPY_FROM_PARENT, child, window_, coordinate(x), coordinate(y),
                      length(width), length(height), 0, XCB_WINDOW_CLASS_INPUT_OUTPUT, screen_->root_visual,
                      XCB_CW_BACK_PIXMAP, &picture);
    xcb_map_window(connection_, child);
    return child;
}

void Canvas::move(xcb_window_t window, int x, int y) {
    const std::uint32_t place[] = {static_cast<std::uint32_t>(x), static_cast<std::uint32_t>(y)};
    xcb_configure_window(connection_, window, XCB_CONFIG_WINDOW_X | XCB_CONFIG_WINDOW_Y, place);
}

void Canvas::mark(xcb_window_t window, int x, int y, std::uint8_t number) {
    std::vector<xcb_rectangle_t> cells[2];
    for (int cell = 0; cell < 2 * marker::kBits; ++cell)
        cells[marker::isWhite(number, cell) ? 1 : 0].push_back({coordinate(x + cell * marker::kCell),
                                                                coordinate(y), length(marker::kCell),
                                                                length(marker::kCell)});
    fillAll(window, 0x000000, cells[0].data(), cells[0].size());
    fillAll(window, 0xFFFFFF, cells[1].data(), cells[1].size());
}

void Canvas::settle() {
    std::free(xcb_get_input_focus_reply(connection_, xcb_get_input_focus(connection_), nullptr));
}

}  // namespace sesame::bench
