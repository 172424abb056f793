// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/codec.h"

namespace sesame::crypto {

Writer& Writer::number(std::uint32_t value, int bytes) {
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
        out_.push_back(static_cast<std::byte>(value >> shift & 255));
    return *this;
}

void Reader::read(std::span<std::byte> out) {
    if (failed_ || rest_.size() < out.size()) {
        failed_ = true;
        return;
    }
    std::copy_n(rest_.begin(), out.size(), out.begin());
    rest_ = rest_.subspan(out.size());
}

std::uint32_t Reader::number(std::size_t bytes) {
    ByteArray<4> field{};
    read(std::span(field).last(bytes));
    std::uint32_t value = 0;
    for (std::byte b : field)
        value = value << 8 | std::to_integer<std::uint32_t>(b);
    return value;
}

bool Reader::flag() {
    const std::uint8_t value = u8();
    if (value > 1)
        fail();
    return value == 1;
}

}  // namespace sesame::crypto
