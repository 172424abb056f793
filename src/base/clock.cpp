// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/base/clock.h"

#include <ctime>

namespace sesame {
namespace {

std::int64_t readMs(clockid_t id) {
    timespec now{};
    clock_gettime(id, &now);
    return static_cast<std::int64_t>(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000;
}

}  // namespace

std::int64_t SystemClock::wallMs() const {
    return readMs(CLOCK_REALTIME);
}
std::int64_t SystemClock::bootMs() const {
    return readMs(CLOCK_BOOTTIME);
}

}  // namespace sesame
