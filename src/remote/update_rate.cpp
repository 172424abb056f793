// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/update_rate.h"

namespace sesame::remote {
namespace {

constexpr auto kSlotTime = std::chrono::milliseconds(100);

std::int64_t numberAt(UpdateRate::Time time) {
    return time.time_since_epoch() / kSlotTime;
}

}  // namespace

ViewerFigures UpdateRate::latest(Time now) const {
    ViewerFigures out;
    const std::int64_t oldest = numberAt(now) - static_cast<std::int64_t>(slots_.size()) + 1;
    for (const Slot& slot : slots_) {
        if (slot.number < oldest)
            continue;
        out.updatesPerSecond += slot.updates;
        out.kilobytesPerSecond += static_cast<double>(slot.bytes) / 1000;
    }
    return out;
}

UpdateRate::Slot& UpdateRate::slot(Time now) {
    const std::int64_t number = numberAt(now);
    Slot& slot = slots_[static_cast<std::size_t>(number) % slots_.size()];
    if (slot.number != number)
        slot = {number, 0, 0};
    return slot;
}

}  // namespace sesame::remote
