// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/frame_check.h"

#include <cstddef>
#include <cstdint>

// Whatever a client sends: refused, or a frame that keeps every limit.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const sesame::ByteView bytes(reinterpret_cast<const std::byte*>(data), size);
    static_cast<void>(sesame::hub::readClientFrame(bytes));
    return 0;
}
