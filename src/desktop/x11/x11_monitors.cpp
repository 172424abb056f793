// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop/x11/x11_monitors.h"

#include <xcb/randr.h>

namespace sesame::desktop {
namespace {

std::string atomName(X11Connection& connection, xcb_atom_t atom) {
    const auto reply = x11Owned(
        xcb_get_atom_name_reply(connection.get(), xcb_get_atom_name(connection.get(), atom), nullptr));
    if (!reply)
        return {};
    return {xcb_get_atom_name_name(reply.get()),
            static_cast<std::size_t>(xcb_get_atom_name_name_length(reply.get()))};
}

}  // namespace

std::vector<Monitor> readMonitors(X11Connection& connection, Size screen) {
    const Rect whole{0, 0, screen.width, screen.height};
    std::vector<Monitor> out;
    const auto reply = x11Owned(xcb_randr_get_monitors_reply(
        connection.get(), xcb_randr_get_monitors(connection.get(), connection.root(), 1), nullptr));
    if (reply)
        for (auto each = xcb_randr_get_monitors_monitors_iterator(reply.get()); each.rem > 0;
             xcb_randr_monitor_info_next(&each)) {
            const xcb_randr_monitor_info_t& info = *each.data;
            const Rect area = Rect{info.x, info.y, info.width, info.height}.common(whole);
            if (!area.isEmpty())
                out.push_back({atomName(connection, info.name), area, info.primary != 0});
        }
    if (out.empty())
        out.push_back({"screen", whole, true});
    connection.rouse();
    return out;
}

}  // namespace sesame::desktop
