// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop/x11/window_owner.h"

#include <algorithm>

namespace sesame::desktop {
namespace {

/// Deeper trees than any program has: the answer must come.
constexpr std::size_t kDeepest = 64;

}  // namespace

Status WindowOwner::start() {
    SESAME_TRY(connection_.require(xcb_res_id, "X-Resource"));
    const auto version = x11Owned(xcb_res_query_version_reply(
        connection_.get(), xcb_res_query_version(connection_.get(), 1, 2), nullptr));
    if (!version || (version->server_major == 1 && version->server_minor < 2))
        return Error{ErrorCode::Unavailable, "the X server lacks X-Resource 1.2"};
    own_ = processOf(xcb_get_setup(connection_.get())->resource_id_base);
    if (own_ == 0)
        return Error{ErrorCode::Unavailable, "the X server does not know the processes of its clients"};
    return {};
}

xcb_res_query_client_ids_cookie_t WindowOwner::ask(xcb_window_t window) {
    const xcb_res_client_id_spec_t wanted{window, XCB_RES_CLIENT_ID_MASK_LOCAL_CLIENT_PID};
    return xcb_res_query_client_ids(connection_.get(), 1, &wanted);
}

std::uint32_t WindowOwner::processOf(xcb_window_t window) {
    const auto reply = x11Owned(xcb_res_query_client_ids_reply(connection_.get(), ask(window), nullptr));
    connection_.rouse();
    if (!reply)
        return 0;
    const auto ids = xcb_res_query_client_ids_ids_iterator(reply.get());
    if (ids.rem == 0 || xcb_res_client_id_value_value_length(ids.data) < 1)
        return 0;
    return *xcb_res_client_id_value_value(ids.data);
}

std::vector<bool> WindowOwner::answers(std::span<const xcb_res_query_client_ids_cookie_t> asked) {
    std::vector<bool> own;
    for (const auto& cookie : asked) {
        const auto reply = x11Owned(xcb_res_query_client_ids_reply(connection_.get(), cookie, nullptr));
        bool ours = false;
        if (reply)
            for (auto each = xcb_res_query_client_ids_ids_iterator(reply.get()); each.rem > 0;
                 xcb_res_client_id_value_next(&each))
                ours = ours || (xcb_res_client_id_value_value_length(each.data) > 0 &&
                                *xcb_res_client_id_value_value(each.data) == own_);
        own.push_back(ours);
    }
    connection_.rouse();
    return own;
}

std::vector<bool> WindowOwner::areOwn(std::span<const xcb_window_t> windows) {
    std::vector<xcb_res_query_client_ids_cookie_t> asked;
    for (const xcb_window_t window : windows)
        asked.push_back(ask(window));
    return answers(asked);
}

bool WindowOwner::anyOwn(std::span<const xcb_res_query_client_ids_cookie_t> asked) {
    const std::vector<bool> own = answers(asked);
    return std::find(own.begin(), own.end(), true) != own.end();
}

bool WindowOwner::isOwnAt(Point at) {
    // Whose a window is, is asked together with what is in it: one wait for each window on the way, not two.
    std::vector<xcb_res_query_client_ids_cookie_t> asked;
    xcb_window_t inside = connection_.root();
    while (asked.size() < kDeepest) {
        // The server skips what a click would go through: unmapped, shaped away, transparent for input.
        const auto found = x11Owned(xcb_translate_coordinates_reply(
            connection_.get(),
            xcb_translate_coordinates(connection_.get(), connection_.root(), inside,
                                      static_cast<std::int16_t>(at.x), static_cast<std::int16_t>(at.y)),
            nullptr));
        if (!found || found->child == XCB_NONE)
            break;
        asked.push_back(ask(inside = found->child));
    }
    return anyOwn(asked);
}

bool WindowOwner::hasKeyboard() {
    const auto focus = x11Owned(
        xcb_get_input_focus_reply(connection_.get(), xcb_get_input_focus(connection_.get()), nullptr));
    connection_.rouse();
    if (!focus || focus->focus == XCB_NONE)
        return false;
    if (focus->focus != XCB_INPUT_FOCUS_POINTER_ROOT && focus->focus != connection_.root())
        return areOwn({&focus->focus, 1}).front();
    // The keys go where the pointer is.
    const auto pointer = x11Owned(xcb_query_pointer_reply(
        connection_.get(), xcb_query_pointer(connection_.get(), connection_.root()), nullptr));
    connection_.rouse();
    return pointer && isOwnAt({pointer->root_x, pointer->root_y});
}

}  // namespace sesame::desktop
