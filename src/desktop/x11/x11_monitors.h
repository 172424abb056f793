// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/x11/x11_connection.h"

#include "sesame/desktop/screen_source.h"

namespace sesame::desktop {

/// The monitors as RandR 1.5 lists them, of a screen of this size. A server that lists none has one. Waits
/// for the server.
std::vector<Monitor> readMonitors(X11Connection& connection, Size screen);

}  // namespace sesame::desktop
