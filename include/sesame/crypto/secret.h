// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/bytes.h"

namespace sesame::crypto {

/// Must run once before anything else here; safe to call again. Aborts if libsodium cannot start.
void initialise();

/// Overwrites memory in a way the compiler keeps.
void wipe(std::span<std::byte> memory);

/// N secret bytes: move-only, wiped when destroyed or moved from.
template <std::size_t N>
class Secret {
  public:
    Secret() = default;
    explicit Secret(const ByteArray<N>& bytes) : bytes_(bytes) {}
    Secret(Secret&& other) noexcept : bytes_(other.bytes_) { wipe(other.bytes_); }
    Secret& operator=(Secret&& other) noexcept {
        if (this != &other) {
            bytes_ = other.bytes_;
            wipe(other.bytes_);
        }
        return *this;
    }
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    ~Secret() { wipe(bytes_); }

    /// A deliberate copy, where a protocol needs the same key in two places.
    Secret clone() const { return Secret(bytes_); }
    ByteView view() const { return bytes_; }
    std::span<std::byte, N> mutableView() { return bytes_; }

  private:
    ByteArray<N> bytes_{};
};

using Key = Secret<32>;

}  // namespace sesame::crypto
