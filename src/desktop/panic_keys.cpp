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
        if (tick(nowMs))
            return true;
        if (heldSince_)
            upSince_ = nowMs;
        return false;
    }
    if (tick(nowMs))  // and forget what was let go before
        return true;
    upSince_.reset();
    if (!controls_.empty() && !alts_.empty())
        return true;
    if (!heldSince_)
        heldSince_ = nowMs;
    return false;
}

bool PanicKeys::tick(std::int64_t nowMs) {
    if (upSince_ && nowMs - *upSince_ > kRepeatMs) {
        upSince_.reset();
        heldSince_.reset();
    }
    if (!heldSince_ || nowMs - *heldSince_ < kHoldMs)
        return false;
    upSince_.reset();
    heldSince_.reset();
    return true;
}

}  // namespace sesame::desktop
