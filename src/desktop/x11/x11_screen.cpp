// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop/x11/x11_screen.h"

#include "desktop/x11/raw_input.h"
#include "desktop/x11/x11_monitors.h"

#include <xcb/randr.h>

#include <utility>

namespace sesame::desktop {

Result<std::unique_ptr<X11ScreenSource>> X11ScreenSource::open(const char* display) {
    SESAME_TRY_ASSIGN(auto connection, X11Connection::open(display));
    std::unique_ptr<X11ScreenSource> source(new X11ScreenSource(std::move(connection)));
    SESAME_TRY(source->prepare());
    return source;
}

Status X11ScreenSource::prepare() {
    SESAME_TRY(checkPixelFormat());
    SESAME_TRY(cursor_.start());
    SESAME_TRY(RawInput::select(*connection_, XCB_INPUT_XI_EVENT_MASK_RAW_MOTION));
    SESAME_TRY(watchLayout());
    SESAME_TRY(watchDamage());
    size_ = {connection_->screen().width_in_pixels, connection_->screen().height_in_pixels};
    SESAME_TRY_ASSIGN(frame_, ShmFrame::create(*connection_, size_));
    monitors_ = readMonitors(*connection_, size_);
    // The server reports all of a window when it is first watched; nobody has missed anything yet.
    SESAME_TRY(poll());
    // Until the server has dealt with that, it counts everything as reported, and would tell of no change.
    connection_->finish();
    return {};
}

Status X11ScreenSource::checkPixelFormat() const {
    const xcb_setup_t* setup = xcb_get_setup(connection_->get());
    const xcb_screen_t& screen = connection_->screen();
    bool wide = false;
    for (auto each = xcb_setup_pixmap_formats_iterator(setup); each.rem > 0; xcb_format_next(&each))
        wide = wide || (each.data->depth == screen.root_depth && each.data->bits_per_pixel == 32);
    bool blueLowest = false;
    for (auto depth = xcb_screen_allowed_depths_iterator(&screen); depth.rem > 0; xcb_depth_next(&depth))
        for (auto each = xcb_depth_visuals_iterator(depth.data); each.rem > 0; xcb_visualtype_next(&each))
            blueLowest = blueLowest || (each.data->visual_id == screen.root_visual &&
                                        each.data->red_mask == 0xFF0000 && each.data->blue_mask == 0xFF);
    if (!wide || !blueLowest || setup->image_byte_order != XCB_IMAGE_ORDER_LSB_FIRST)
        return Error{ErrorCode::Unavailable, "the X server's screen does not have 32 bits a pixel"};
    return {};
}

Status X11ScreenSource::watchDamage() {
    SESAME_TRY(connection_->require(xcb_shm_id, "MIT-SHM"));
    const auto shm = x11Owned(
        xcb_shm_query_version_reply(connection_->get(), xcb_shm_query_version(connection_->get()), nullptr));
    if (!shm ||
        std::pair(shm->major_version, shm->minor_version) < std::pair<std::uint16_t, std::uint16_t>(1, 2))
        return Error{ErrorCode::Unavailable, "the X server lacks MIT-SHM 1.2"};
    SESAME_TRY(connection_->require(xcb_damage_id, "DAMAGE"));
    damageNotify_ =
        xcb_get_extension_data(connection_->get(), &xcb_damage_id)->first_event + XCB_DAMAGE_NOTIFY;
    // The server knows no damage of ours before it knows our version.
    const auto version = x11Owned(xcb_damage_query_version_reply(
        connection_->get(), xcb_damage_query_version(connection_->get(), 1, 1), nullptr));
    if (!version)
        return Error{ErrorCode::Unavailable, "the X server does not speak DAMAGE"};
    reporter_ = xcb_generate_id(connection_->get());
    xcb_damage_create(connection_->get(), reporter_, connection_->root(),
                      XCB_DAMAGE_REPORT_LEVEL_DELTA_RECTANGLES);
    return {};
}

Status X11ScreenSource::watchLayout() {
    SESAME_TRY(connection_->require(xcb_randr_id, "RANDR"));
    firstLayoutNotify_ = xcb_get_extension_data(connection_->get(), &xcb_randr_id)->first_event;
    const auto version = x11Owned(xcb_randr_query_version_reply(
        connection_->get(), xcb_randr_query_version(connection_->get(), 1, 5), nullptr));
    if (!version || (version->major_version == 1 && version->minor_version < 5))
        return Error{ErrorCode::Unavailable, "the X server lacks RANDR 1.5"};
    xcb_randr_select_input(connection_->get(), connection_->root(),
                           XCB_RANDR_NOTIFY_MASK_SCREEN_CHANGE | XCB_RANDR_NOTIFY_MASK_CRTC_CHANGE |
                               XCB_RANDR_NOTIFY_MASK_OUTPUT_CHANGE | XCB_RANDR_NOTIFY_MASK_RESOURCE_CHANGE);
    const std::uint32_t mask = XCB_EVENT_MASK_STRUCTURE_NOTIFY;
    xcb_change_window_attributes(connection_->get(), connection_->root(), XCB_CW_EVENT_MASK, &mask);
    return {};
}

void X11ScreenSource::handle(const xcb_generic_event_t& event) {
    const int type = x11Type(event);
    if (type == damageNotify_) {
        const xcb_rectangle_t& area = reinterpret_cast<const xcb_damage_notify_event_t&>(event).area;
        damage_.add({area.x, area.y, area.width, area.height});
    } else if (cursor_.handle(event)) {
        return;
    } else if (type == XCB_CONFIGURE_NOTIFY) {
        const auto& change = reinterpret_cast<const xcb_configure_notify_event_t&>(event);
        if (change.window == connection_->root())
            size_ = {change.width, change.height};
        layoutChanged_ = true;
    } else if (type == firstLayoutNotify_ + XCB_RANDR_NOTIFY ||
               type == firstLayoutNotify_ + XCB_RANDR_SCREEN_CHANGE_NOTIFY) {
        layoutChanged_ = true;
    } else if (RawInput::read(*connection_, event)) {
        pointerMoved_ = true;
    }
}

void X11ScreenSource::handlePointer() {
    if (const auto where = connection_->answer<xcb_query_pointer_reply_t>(pointerAsked_.sequence))
        pointer_ = Point{where->root_x, where->root_y};
    if (pointerAsked_.sequence == 0 && std::exchange(pointerMoved_, false)) {
        pointerAsked_ = xcb_query_pointer(connection_->get(), connection_->root());
        xcb_flush(connection_->get());
    }
}

Status X11ScreenSource::remake(Size size, Changes& changes) {
    SESAME_TRY_ASSIGN(frame_, ShmFrame::create(*connection_, size));
    damage_ = {};
    damage_.add(whole());
    changes.resized = true;
    return {};
}

Result<ScreenSource::Changes> X11ScreenSource::poll() {
    while (const auto event = connection_->next())
        handle(*event);
    if (!connection_->alive())
        return Error{ErrorCode::Unavailable, "the X server went away"};
    Changes changes;
    if (const Size made = frame_->pixels().size; made != size_)
        SESAME_TRY(remake(size_, changes));
    if (std::exchange(layoutChanged_, false))
        if (auto now = readMonitors(*connection_, size_); now != monitors_) {
            monitors_ = std::move(now);
            changes.monitors = true;
        }
    changes.cursor = cursor_.arrived();
    handlePointer();
    changes.pointer = std::exchange(pointer_, std::nullopt);
    if (!damage_.isEmpty()) {
        xcb_damage_subtract(connection_->get(), reporter_, XCB_NONE, XCB_NONE);
        xcb_flush(connection_->get());
        changes.damaged = damage_.take(whole());
    }
    return changes;
}

Status X11ScreenSource::capture(std::span<const Rect> areas) {
    const Status captured = frame_->capture(areas);
    connection_->rouse(cursor_.awaits() || pointerAsked_.sequence != 0);
    return captured;
}

}  // namespace sesame::desktop
