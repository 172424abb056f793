// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xcb/xcb.h>

#include <QImage>
#include <cstdint>

namespace sesame::bench {

/// A window that covers the scene, and drawing in it. Ends the program when the X server cannot be had.
class Canvas {
  public:
    explicit Canvas(const char* display);
    ~Canvas();
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

    xcb_connection_t* connection() { return connection_; }
    xcb_window_t window() const { return window_; }
    xcb_gcontext_t pen() const { return pen_; }

    /// A picture on the server's side, of which parts can be copied at no cost to us.
    xcb_pixmap_t upload(const QImage& picture);
    void copy(xcb_pixmap_t from, int fromX, int fromY, int x, int y, int width, int height);
    void fill(int x, int y, int width, int height, std::uint32_t colour);
    /// A window of its own inside ours that shows this picture.
    xcb_window_t child(xcb_pixmap_t picture, int x, int y, int width, int height);
    void move(xcb_window_t window, int x, int y);
    /// A marker; `window` is ours or a child of it.
    void mark(xcb_window_t window, int x, int y, std::uint8_t number);
    void flush() { xcb_flush(connection_); }
    /// Waits until the server has done everything.
    void settle();

  private:
    void fillAll(xcb_window_t window, std::uint32_t colour, const xcb_rectangle_t* areas, std::size_t count);

    xcb_connection_t* connection_ = nullptr;
    xcb_screen_t* screen_ = nullptr;
    xcb_window_t window_ = 0;
    xcb_gcontext_t pen_ = 0;
};

}  // namespace sesame::bench
