// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/crypto/hash.h"
#include "sesame/crypto/random.h"

#include <algorithm>
#include <cstdint>

namespace sesame::crypto {

/// The same bytes for the same seed, for ever: BLAKE2b of a counter, keyed by the seed.
class SeededRandom final : public Random {
  public:
    explicit SeededRandom(std::uint64_t seed) {
        for (std::size_t i = 0; i < 8; ++i)
            key_[i] = static_cast<std::byte>(seed >> (8 * i) & 255);
    }
    void fill(std::span<std::byte> out) override {
        for (std::byte& b : out) {
            if (used_ == block_.size())
                refill();
            b = block_[used_++];
        }
    }
    std::uint32_t number() {
        const auto raw = bytes<4>();
        std::uint32_t value = 0;
        for (std::byte b : raw)
            value = value << 8 | std::to_integer<std::uint32_t>(b);
        return value;
    }
    /// 0 … limit - 1.
    std::uint32_t below(std::size_t limit) { return number() % static_cast<std::uint32_t>(limit); }

  private:
    void refill() {
        for (std::size_t i = 0; i < 8; ++i)
            counter_[i] = static_cast<std::byte>(blocks_ >> (8 * i) & 255);
        ++blocks_;
        block_ = keyedHash(key_, counter_);
        used_ = 0;
    }
    ByteArray<16> key_{};
    ByteArray<8> counter_{};
    ByteArray<32> block_{};
    std::uint64_t blocks_ = 0;
    std::size_t used_ = 32;
};

}  // namespace sesame::crypto
