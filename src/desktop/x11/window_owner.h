// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/x11/x11_connection.h"

#include "sesame/desktop/geometry.h"

#include <xcb/res.h>

#include <span>
#include <vector>

namespace sesame::desktop {

/// Tells windows of this very process from all others: by what the X server knows of each client's process
/// (X-Resource 1.2), which no client can change. Waits for the server. One thread.
class WindowOwner {
  public:
    explicit WindowOwner(X11Connection& connection) : connection_(connection) {}
    /// Unavailable when the server does not know its clients' processes.
    Status start();

    /// For each window whether it is of this process.
    std::vector<bool> areOwn(std::span<const xcb_window_t> windows);
    /// Whether a click there would reach a window of this process: it, or one that it is in, is ours.
    bool isOwnAt(Point at);
    /// Whether a key now would.
    bool hasKeyboard();

  private:
    xcb_res_query_client_ids_cookie_t ask(xcb_window_t window);
    std::vector<bool> answers(std::span<const xcb_res_query_client_ids_cookie_t> asked);
    bool anyOwn(std::span<const xcb_res_query_client_ids_cookie_t> asked);
    std::uint32_t processOf(xcb_window_t window);

    X11Connection& connection_;
    std::uint32_t own_ = 0;  // this process, as the server calls it: it may live in another namespace
};

}  // namespace sesame::desktop
