// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop/x11/x11_cursor.h"

#include <utility>

namespace sesame::desktop {

Status X11Cursor::start() {
    SESAME_TRY(connection_.require(xcb_xfixes_id, "XFIXES"));
    notify_ =
        xcb_get_extension_data(connection_.get(), &xcb_xfixes_id)->first_event + XCB_XFIXES_CURSOR_NOTIFY;
    const auto version = x11Owned(xcb_xfixes_query_version_reply(
        connection_.get(), xcb_xfixes_query_version(connection_.get(), 4, 0), nullptr));
    if (!version)
        return Error{ErrorCode::Unavailable, "the X server does not speak XFIXES"};
    xcb_xfixes_select_cursor_input(connection_.get(), connection_.root(),
                                   XCB_XFIXES_CURSOR_NOTIFY_MASK_DISPLAY_CURSOR);
    const auto image = x11Owned(xcb_xfixes_get_cursor_image_reply(
        connection_.get(), xcb_xfixes_get_cursor_image(connection_.get()), nullptr));
    if (image)
        take(*image);
    connection_.rouse();
    return {};
}

bool X11Cursor::handle(const xcb_generic_event_t& event) {
    if (x11Type(event) != notify_)
        return false;
    ask();
    return true;
}

void X11Cursor::ask() {
    again_ = awaits();
    if (again_)
        return;
    asked_ = xcb_xfixes_get_cursor_image(connection_.get());
    xcb_flush(connection_.get());
}

bool X11Cursor::arrived() {
    if (!awaits())
        return false;
    const auto image = connection_.answer<xcb_xfixes_get_cursor_image_reply_t>(asked_.sequence);
    if (awaits())
        return false;
    if (std::exchange(again_, false))
        ask();
    return image && take(*image);
}

bool X11Cursor::take(const xcb_xfixes_get_cursor_image_reply_t& image) {
    const std::uint32_t* pixels = xcb_xfixes_get_cursor_image_cursor_image(&image);
    CursorShape shape{{image.width, image.height},
                      {image.xhot, image.yhot},
                      {pixels, pixels + xcb_xfixes_get_cursor_image_cursor_image_length(&image)}};
    if (shape == shape_)
        return false;
    shape_ = std::move(shape);
    return true;
}

}  // namespace sesame::desktop
