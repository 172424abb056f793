// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/ids.h"

namespace sesame::crypto {

/// Fills with cryptographic randomness. An interface so that protocol tests are repeatable. Thread-safe.
class Random {
  public:
    virtual ~Random() = default;
    virtual void fill(std::span<std::byte> out) = 0;

    template <std::size_t N>
    ByteArray<N> bytes() {
        ByteArray<N> out;
        fill(out);
        return out;
    }
    MessageId messageId() { return MessageId{bytes<16>()}; }
    RuleId ruleId() { return RuleId{bytes<16>()}; }
};

/// The operating system's generator, through libsodium.
class SystemRandom final : public Random {
  public:
    void fill(std::span<std::byte> out) override;
};

}  // namespace sesame::crypto
