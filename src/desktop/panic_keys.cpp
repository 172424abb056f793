// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop/panic_keys.h"

namespace sesame::desktop {
namespace {

void note(std::set<std::uint32_t>& held, std::uint32_t code, bool down) {
    if (down)
        held.insert(code);
    else
        held.erase(code);
}

}  // namespace

bool PanicKeys::key(std::uint32_t code, Kind kind, bool down, std::int64_t nowMs) {
    switch (kind) {
        case Kind::Control:
            note(controls_, code, down);
            return false;
        case Kind::Alt:
            note(alts_, code, down);
            return false;
        case Kind::Other:
            return false;
        case Kind::Escape:
            break;
    }
    if (!down) {
        // Nobody may have looked at the clock while it was held.
        const bool longEnough = tick(nowMs);
        heldSince_.reset();
        return longEnough;
    }
    if (!controls_.empty() && !alts_.empty())
        return true;
    if (!heldSince_)
        heldSince_ = nowMs;
    return false;
}

bool PanicKeys::tick(std::int64_t nowMs) {
    if (!heldSince_ || nowMs - *heldSince_ < kHoldMs)
        return false;
    heldSince_.reset();
    return true;
}

}  // namespace sesame::desktop
