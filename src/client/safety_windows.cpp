// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/safety_windows.h"

namespace sesame::client {

SafetyWindow SafetyWindows::open() {
    if (++count_ == 1 && hear_)
        hear_(true);
    return {nullptr, [this](void*) { close(); }};
}

void SafetyWindows::close() {
    if (--count_ == 0 && hear_)
        hear_(false);
}

}  // namespace sesame::client
