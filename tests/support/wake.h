// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/descriptor.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <cstdint>

namespace sesame::test {

/// A descriptor that is readable from set() to clear(). Thread-safe.
class Wake {
  public:
    Wake() : event_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}
    int descriptor() const { return event_.get(); }
    void set() const {
        const std::uint64_t one = 1;
        [[maybe_unused]] const auto written = ::write(event_.get(), &one, sizeof one);
    }
    void clear() const {
        std::uint64_t count = 0;
        [[maybe_unused]] const auto read = ::read(event_.get(), &count, sizeof count);
    }

  private:
    Descriptor event_;
};

/// Waits until the descriptor is readable; false when it is not after `patienceMs`.
inline bool readable(int descriptor, int patienceMs = 20'000) {
    pollfd polled{descriptor, POLLIN, 0};
    return ::poll(&polled, 1, patienceMs) == 1;
}

}  // namespace sesame::test
