// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop/x11/xtest_devices.h"

#include <xcb/xinput.h>

namespace sesame::desktop {

xcb_atom_t XTestDevices::mark() {
    // The server puts this property on them; no client can take it away.
    constexpr std::string_view kName = "XTEST Device";
    if (mark_ == XCB_NONE) {
        const auto atom = x11Owned(xcb_intern_atom_reply(
            connection_.get(), xcb_intern_atom(connection_.get(), 1, kName.size(), kName.data()), nullptr));
        mark_ = atom ? atom->atom : XCB_NONE;
    }
    return mark_;
}

bool XTestDevices::contains(std::uint16_t device) {
    if (const auto known = known_.find(device); known != known_.end())
        return known->second;
    const auto property = x11Owned(xcb_input_xi_get_property_reply(
        connection_.get(),
        xcb_input_xi_get_property(connection_.get(), device, 0, mark(), XCB_ATOM_ANY, 0, 1), nullptr));
    connection_.rouse();
    return known_[device] = property && property->num_items > 0;
}

std::optional<std::uint16_t> XTestDevices::keyboard() {
    const auto devices = x11Owned(xcb_input_xi_query_device_reply(
        connection_.get(), xcb_input_xi_query_device(connection_.get(), XCB_INPUT_DEVICE_ALL), nullptr));
    connection_.rouse();
    std::optional<std::uint16_t> clientKeyboard;
    if (devices)
        for (auto each = xcb_input_xi_query_device_infos_iterator(devices.get()); each.rem > 0;
             xcb_input_xi_device_info_next(&each))
            if (each.data->type == XCB_INPUT_DEVICE_TYPE_SLAVE_KEYBOARD && contains(each.data->deviceid) &&
                (!clientKeyboard || each.data->deviceid < *clientKeyboard))
                clientKeyboard = each.data->deviceid;
    return clientKeyboard;
}

}  // namespace sesame::desktop
